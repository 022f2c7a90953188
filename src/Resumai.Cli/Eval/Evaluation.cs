using System.Text.Json;
using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Eval;

/// <summary>The record found for a document; undefined, with the reason, when there is none.</summary>
internal readonly record struct FoundRecord(JsonElement Record, ParseError? Error = null);

/// <summary>A document's score. Without a record every value of its truth is missed.</summary>
internal sealed record ScoredDocument(CorpusDocument Document, FoundRecord Found, Tally Tally, IReadOnlyList<string> Leaks)
{
    public bool HasRecord => Found.Record.ValueKind != JsonValueKind.Undefined;
    public double CoreMacroF1 => Tally.MacroF1(ScoredFields.Core);
    public double MicroF1 => Tally.MicroF1();
}

/// <summary>The documents of one language, layout or kind.</summary>
internal sealed record Group(string Name, int Documents, int WithoutRecord, double CoreMacroF1, double MicroF1);

/// <summary>Scores over a folder of documents.</summary>
internal sealed record Evaluation(IReadOnlyList<ScoredDocument> Documents)
{
    public Tally Total { get; } = Sum(Documents);
    public IReadOnlyList<Group> ByLanguage { get; } = Groups(Documents, d => d.Language);
    public IReadOnlyList<Group> ByLayout { get; } = Groups(Documents, d => d.Layout);
    public IReadOnlyList<Group> ByKind { get; } = Groups(Documents, d => d.Kind);

    public double CoreMacroF1 => Total.MacroF1(ScoredFields.Core);

    /// <summary>The fields that had anything to judge, in the order of reports.</summary>
    public IEnumerable<(string Field, Counts Counts)> Fields => ScoredFields.All.Select(f => (f, Total[f])).Where(f => !f.Item2.IsEmpty);

    public static Evaluation Of(IReadOnlyList<(CorpusDocument Document, FoundRecord Found)> documents) => new(
    [
        .. documents.AsParallel().AsOrdered().Select(d => new ScoredDocument(
            d.Document, d.Found, DocumentScorer.Score(d.Document.Truth, d.Found.Record), Leaks.Of(d.Document.Truth, d.Found.Record))),
    ]);

    private static IReadOnlyList<Group> Groups(IReadOnlyList<ScoredDocument> documents, Func<CorpusDocument, string> key) =>
    [
        .. from document in documents
           group document by key(document.Document) into members
           let tally = Sum(members)
           select new Group(members.Key, members.Count(), members.Count(m => !m.HasRecord), tally.MacroF1(ScoredFields.Core), tally.MicroF1()),
    ];

    private static Tally Sum(IEnumerable<ScoredDocument> documents)
    {
        var total = new Tally();
        foreach (var document in documents) total.Add(document.Tally);
        return total;
    }
}
