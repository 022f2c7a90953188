using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Resumai.Ocr;

namespace Resumai.Cli.Eval;

/// <summary><c>resumai eval DIR</c>: parses the documents of a folder and scores the records against the truth beside them.</summary>
internal static class EvalCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "Documents (ID.ext) with their truth beside them (ID.expected.json); manifest.tsv in it or above it." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result for machines." };
    private static readonly Option<DirectoryInfo?> Actual = new("--actual") { Description = "Score the records of this folder (ID.json) instead of parsing.", HelpName = "DIR" };
    private static readonly Option<DirectoryInfo?> Out = new("--out") { Description = "Keep the records in this folder, as ID.json.", HelpName = "DIR" };
    private static readonly Option<string?> Only = new("--only") { Description = "Only documents whose id begins with this.", HelpName = "PREFIX" };
    private static readonly Option<int> Worst = new("--worst") { Description = "How many of the worst documents to list.", DefaultValueFactory = _ => 15, HelpName = "N" };
    private static readonly Option<string?> Diff = new("--diff") { Description = "Show the truth and the record of this document instead of scores.", HelpName = "ID" };
    private static readonly Option<bool> NoTimings = new("--no-timings") { Description = "Do not parse a second time to measure the time per document." };
    private static readonly Option<bool> WriteFloor = new("--write-floor") { Description = $"Write the scores as the new floor ({Floor.FileName})." };
    private static readonly Option<bool> CheckFloor = new("--check-floor") { Description = $"Exit with 1 when a score is below the floor ({Floor.FileName})." };

    public static Command Create()
    {
        var command = new Command("eval", "Score a folder of documents against their truth.")
        {
            Folder, Json, Actual, Out, Only, Worst, Diff, NoTimings, WriteFloor, CheckFloor, SharedOptions.Jobs, SharedOptions.AsOf,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(System.CommandLine.ParseResult command, CancellationToken cancellation)
    {
        var folder = command.GetValue(Folder)!.FullName;
        if (!Directory.Exists(folder)) return Usage($"There is no folder {folder}.");
        var only = command.GetValue(Diff) ?? command.GetValue(Only);
        var documents = Corpus.Read(folder, only);
        if (documents.Count == 0) return Usage($"{folder} has no *.expected.json{(only is null ? "" : $" that begins with {only}")}: there is nothing to score.");
        if (documents.FirstOrDefault(d => d.Truth.ValueKind != JsonValueKind.Object) is { } broken) return Usage($"{broken.Id}.expected.json cannot be read as JSON.");
        if (command.GetValue(Actual) is { Exists: false } none) return Usage($"There is no folder {none.FullName}.");
        if (only is not null && (command.GetValue(WriteFloor) || command.GetValue(CheckFloor))) return Usage("The floor is over all documents: leave out --only and --diff.");

        var floorPath = Corpus.FindBeside(folder, Floor.FileName);
        var floor = floorPath is null ? null : Floor.Read(floorPath);
        if (command.GetValue(CheckFloor) && floor is null) return Usage($"There is no {Floor.FileName} in {folder} or above it.");
        var asOf = command.GetValue(SharedOptions.AsOf) ?? floor?.AsOf ?? SharedOptions.Today();
        using var recognizer = new TextRecognizer();
        var parser = new CvParser(recognizer);
        if (command.GetValue(Out) is { } keep) keep.Create();

        var found = command.GetValue(Actual) is { } actual
            ? RecordSources.Stored(documents, actual.FullName)
            : await RecordSources.Parsed(documents, parser, asOf, command.GetValue(SharedOptions.Jobs), command.GetValue(Out)?.FullName, cancellation);
        var evaluation = Evaluation.Of(found);
        if (command.GetValue(Diff) is not null)
        {
            foreach (var document in evaluation.Documents) DocumentDiff.Write(Console.Out, document);
            return ExitCode.Done;
        }
        var timed = command.GetValue(Actual) is null && !command.GetValue(NoTimings);
        Print(command, evaluation, timed ? RecordSources.WarmMilliseconds(evaluation.Documents, parser, asOf, cancellation) : []);

        var now = Floor.Of(evaluation, asOf);
        if (command.GetValue(WriteFloor))
        {
            var path = floorPath ?? Path.Combine(Path.GetDirectoryName(Corpus.FindBeside(folder, "manifest.tsv")) ?? folder, Floor.FileName);
            now.Write(path);
            await Console.Error.WriteLineAsync($"wrote {Path.GetFullPath(path)}");
            return ExitCode.Done;
        }
        if (!command.GetValue(CheckFloor)) return ExitCode.Done;
        var falls = floor!.Falls(now);
        foreach (var fall in falls) await Console.Error.WriteLineAsync($"below the floor: {fall}");
        return falls.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    private static void Print(System.CommandLine.ParseResult command, Evaluation evaluation, IReadOnlyList<double> milliseconds)
    {
        if (!command.GetValue(Json))
        {
            EvaluationTable.Write(Console.Out, evaluation, command.GetValue(Worst), milliseconds);
            return;
        }
        var options = new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Console.Out.WriteLine(EvaluationJson.Write(evaluation, milliseconds).ToJsonString(options));
    }

    private static int Usage(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.Usage;
    }
}
