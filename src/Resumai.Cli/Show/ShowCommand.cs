using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using Resumai.Cli.Parse;
using Resumai.Ocr;
using Resumai.Ocr.Pages;

namespace Resumai.Cli.Show;

internal enum ShowFormat { Text, Html, Png }

/// <summary><c>resumai show FILE</c>: what the parser sees in a document: words, lines and their order, blocks, columns, sections, and where each value comes from.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The document." };
    private static readonly Option<int?> Page = new("--page") { Description = "Only this page.", HelpName = "N", CustomParser = ParsePage };
    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Write into this folder, named as the document, instead of standard output.", HelpName = "DIR" };
    private static readonly Option<ShowFormat> Format = new("--format") { Description = "text (numbered lines, the default), html (one file, layers over the pages) or png (a picture a page).", HelpName = "F", CustomParser = ParseFormat };
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
        using var recognizer = new TextRecognizer();
        var explained = DocumentParsing.Explain(new CvParser(recognizer), bytes, options);
        if (explained is not { Result.Record: { } record, Arranged: { } arranged, Sections: { } sections }) return await Failed(path, explained.Result.Error!);

        var document = new ShownDocument(Path.GetFileName(path), arranged, sections, record);
        var page = command.GetValue(Page);
        if (page > document.Pages.Count)
        {
            await Console.Error.WriteLineAsync($"{path} has no page {page}: it has {document.Pages.Count}.");
            return ExitCode.Usage;
        }
        var (layers, folder) = (command.GetValue(Shown), command.GetValue(Out));
        switch (command.GetValue(Format))
        {
            case ShowFormat.Text: return await Write([(".txt", Encoding.UTF8.GetBytes(TextView.Write(document, layers, page)))], path, folder, cancellation);
            case ShowFormat.Html: return await Write([(".html", Encoding.UTF8.GetBytes(HtmlView.Write(document, layers, page, shown => PageAddress(document, bytes, shown))))], path, folder, cancellation);
        }

        if (!document.HasPlaces) return await Failed(path, new ParseError("no_pages", "The document has no pages that could be drawn: --format html shows it."));
        if (!PagePictures.CanDrawPdf) return await Failed(path, new ParseError("renderer_unavailable", Picture.NoRenderer));
        var pages = document.Pages.Where(p => page is null || p.Number == page).ToList();
        if (folder is null && pages.Count > 1)
        {
            await Console.Error.WriteLineAsync($"{path} has {pages.Count} pages, a picture each: name a folder with --out, or one page with --page.");
            return ExitCode.Usage;
        }
        var pictures = new List<(string, byte[])>();
        foreach (var shown in pages)
        {
            if (PngView.Write(document, bytes, shown, layers) is not { } picture) return await Failed(path, new ParseError("page_not_drawn", $"Page {shown.Number} cannot be drawn."));
            pictures.Add(($"-{shown.Number}.png", picture));
        }
        return await Write(pictures, path, folder, cancellation);
    }

    /// <summary>The page's picture as an address that holds it; null where the letters have to do.</summary>
    private static string? PageAddress(ShownDocument document, byte[] bytes, Resumai.Reading.Page page) =>
        Picture.Of(bytes, document.Arranged.Source, page) is { } picture ? "data:image/png;base64," + Convert.ToBase64String(picture.ToPng()) : null;

    /// <summary>To standard output, or as files named after the document.</summary>
    private static async Task<int> Write(IReadOnlyList<(string Ending, byte[] Content)> results, string path, DirectoryInfo? folder, CancellationToken cancellation)
    {
        if (folder is null)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(results[0].Content, cancellation);
            return ExitCode.Done;
        }
        try
        {
            folder.Create();
            foreach (var (ending, content) in results)
            {
                var file = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(path) + ending);
                await System.IO.File.WriteAllBytesAsync(file, content, cancellation);
                await Console.Error.WriteLineAsync($"wrote {file}");
            }
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
            case "png": return ShowFormat.Png;
            default:
                result.AddError($"--format takes text, html or png, not '{result.Tokens[0].Value}'.");
                return ShowFormat.Text;
        }
    }
}
