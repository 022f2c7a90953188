using System.CommandLine;
using System.CommandLine.Parsing;
using Resumai.Ocr;
using Resumai.SecondOpinion;

namespace Resumai.Cli.Parse;

/// <summary><c>resumai parse FILE…</c>: files in, master records out; no server, no database.</summary>
internal static class ParseCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "The documents.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Write one file a document into this folder instead of standard output.", HelpName = "DIR" };

    private static readonly Option<string?> Locale = new("--locale")
    {
        Description = "How to read what a document leaves open, and the language of labels: en_US, en-US, en.",
        HelpName = "L",
        CustomParser = ParseLocale,
    };

    private static readonly Option<RecordParts> Include = new("--include")
    {
        Description = "Parts that are left out unless asked for: evidence, text (comma between).",
        HelpName = "PARTS",
        CustomParser = ParseParts,
    };

    private static readonly Option<OutputFormat> Format = new("--format")
    {
        Description = "json (the master record) or text (the document's text).",
        HelpName = "F",
        CustomParser = ParseFormat,
    };

    public static Command Create()
    {
        var command = new Command("parse", "Parse CVs. One file: its record; several: a line of JSON each, in the order given; --out: a file each.")
        {
            Files, Out, Locale, SharedOptions.AsOf, Include, Format, SharedOptions.Jobs,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(System.CommandLine.ParseResult command, CancellationToken cancellation)
    {
        var files = command.GetValue(Files)!;
        if (UnknownOption(command, files) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no option {unknown}. (A file of that name goes after --.)\nSee: resumai parse --help");
            return ExitCode.Usage;
        }
        var folder = command.GetValue(Out)?.FullName;
        if (folder is not null)
        {
            try
            {
                Directory.CreateDirectory(folder);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"The folder {folder} cannot be made: {error.Message}");
                return ExitCode.Usage;
            }
        }

        var options = new ParseOptions { AsOf = command.GetValue(SharedOptions.AsOf) ?? SharedOptions.Today(), Locale = command.GetValue(Locale) };
        var form = new RecordForm(command.GetValue(Format), command.GetValue(Include), OneOfMany: files.Length > 1 && folder is null);
        IResultOutput output = folder is null ? new StandardOutput() : new FolderOutput(folder, OutputNames.Assign(files, form.Extension));
        var asked = SecondOpinionSettings.Read(Environment.GetEnvironmentVariable, out var fault);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync(fault);
            return ExitCode.Usage;
        }
        if (asked is not null) await Console.Error.WriteLineAsync($"Doubtful entries are sent to {asked.Address.Host} for a second opinion.");
        using var seeker = asked is null ? null : OpinionSeekers.Open(asked, TimeProvider.System);
        using var recognizer = new TextRecognizer();
        return await new ParseRun(options, form, output, recognizer, command.GetValue(SharedOptions.Jobs), seeker).Run(files, cancellation);
    }

    /// <summary>A list of files takes every word that is left, a mistyped option too.</summary>
    private static string? UnknownOption(System.CommandLine.ParseResult command, string[] files) => command.Tokens
        .TakeWhile(t => t.Type != TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type == TokenType.Argument && t.Value is ['-', _, ..] && files.Contains(t.Value))?.Value;

    private static string? ParseLocale(ArgumentResult result)
    {
        var locale = KnownLocales.Canonical(result.Tokens[0].Value);
        if (locale is null) result.AddError($"--locale takes a language with optional script and region, such as en, en-US or sr_Latn_RS; '{result.Tokens[0].Value}' is not known.");
        return locale;
    }

    private static RecordParts ParseParts(ArgumentResult result)
    {
        var parts = RecordParts.None;
        foreach (var part in result.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            parts |= part switch
            {
                "evidence" => RecordParts.Evidence,
                "text" => RecordParts.Text,
                _ => RecordParts.None,
            };
            if (part is not ("evidence" or "text")) result.AddError($"--include takes evidence and text, not '{part}'.");
        }
        return parts;
    }

    private static OutputFormat ParseFormat(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "json": return OutputFormat.Json;
            case "text": return OutputFormat.Text;
            case "jsonresume" or "europass" or "hropen":
                result.AddError($"--format {result.Tokens[0].Value} is not there yet. Formats there are: json, text.");
                return default;
            default:
                result.AddError($"--format takes json or text, not '{result.Tokens[0].Value}'.");
                return default;
        }
    }
}
