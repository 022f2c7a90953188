using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Resumai.Cli.Parse;

namespace Resumai.Cli.Show;

internal enum ShowFormat { Text, Html }

/// <summary><c>resumai show FILE</c>: what the parser sees in a document: words, lines and their order, blocks, columns, sections, and where each value comes from.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The document." };
    private static readonly Option<int?> Page = new("--page") { Description = "Only this page.", HelpName = "N", CustomParser = ParsePage };
    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Write into this folder, named as the document, instead of standard output.", HelpName = "DIR" };
    private static readonly Option<ShowFormat> Format = new("--format") { Description = "text (numbered lines, the default) or html (one file, layers over the page).", HelpName = "F", CustomParser = ParseFormat };
    private static readonly Option<Layers> Shown = new("--layers")
    {
        Description = $"What to draw (comma between): {string.Join(", ", LayerNames.All.Select(l => l.Name))}. In html the others can be switched on; text adds words and evidence.",
        HelpName = "L",
        CustomParser = LayerNames.Parse,
        DefaultValueFactory = _ => Layers.Lines | Layers.Sections,
    };

    public static Command Create()
    {
        var command = new Command("show", "Show what the parser sees in a document.") { File, Page, Out, Format, Shown, SharedOptions.AsOf };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(System.CommandLine.ParseResult command, CancellationToken cancellation)
    {
        var path = command.GetValue(File)!;
        var input = InputFile.Read(path);
        if (input.Bytes is not { } bytes) return await Failed(path, input.Error!);
        var options = new ParseOptions { AsOf = command.GetValue(SharedOptions.AsOf) ?? SharedOptions.Today(), Filename = Path.GetFileName(path) };
        var explained = DocumentParsing.Explain(new CvParser(), bytes, options);
        if (explained is not { Result.Record: { } record, Arranged: { } arranged, Sections: { } sections }) return await Failed(path, explained.Result.Error!);

        var document = new ShownDocument(Path.GetFileName(path), arranged, sections, record);
        var page = command.GetValue(Page);
        if (page > document.Pages.Count)
        {
            await Console.Error.WriteLineAsync($"{path} has no page {page}: it has {document.Pages.Count}.");
            return ExitCode.Usage;
        }
        var format = command.GetValue(Format);
        var text = format == ShowFormat.Html
            ? HtmlView.Write(document, command.GetValue(Shown), page, picture: _ => null)
            : TextView.Write(document, command.GetValue(Shown), page);
        return await Write(text, path, format, command.GetValue(Out), cancellation);
    }

    private static async Task<int> Write(string text, string path, ShowFormat format, DirectoryInfo? folder, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (folder is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(bytes, cancellation);
            return ExitCode.Done;
        }
        try
        {
            folder.Create();
            var file = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(path) + (format == ShowFormat.Html ? ".html" : ".txt"));
            await System.IO.File.WriteAllBytesAsync(file, bytes, cancellation);
            await Console.Error.WriteLineAsync($"wrote {file}");
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Cannot write into {folder.FullName}: {error.Message}");
            return ExitCode.Usage;
        }
    }

    private static async Task<int> Failed(string path, ParseError error)
    {
        await Console.Error.WriteLineAsync($"{path}: {error.Code}: {error.Message}");
        return ExitCode.SomeFailed;
    }

    private static int? ParsePage(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1) return page;
        result.AddError($"--page takes a number from 1, not '{result.Tokens[0].Value}'.");
        return null;
    }

    private static ShowFormat ParseFormat(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "text": return ShowFormat.Text;
            case "html": return ShowFormat.Html;
            default:
                result.AddError($"--format takes text or html, not '{result.Tokens[0].Value}'.");
                return ShowFormat.Text;
        }
    }
}
