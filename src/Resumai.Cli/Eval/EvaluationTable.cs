using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Eval;

/// <summary>An evaluation for people: plain columns, so that two runs can be compared with <c>diff</c>.</summary>
internal static class EvaluationTable
{
    public static void Write(TextWriter output, Evaluation evaluation, int worst, IReadOnlyList<double> sortedMilliseconds)
    {
        output.WriteLine($"{evaluation.Documents.Count} documents, {evaluation.Documents.Count(d => !d.HasRecord)} without a record (scored as empty)");
        foreach (var failed in evaluation.Documents.Where(d => !d.HasRecord).GroupBy(d => d.Found.Error?.Code ?? "?").OrderByDescending(g => g.Count()))
        {
            output.WriteLine($"  {failed.Key,-24}{failed.Count(),6}  {string.Join(' ', failed.Take(4).Select(d => d.Document.Id))}{(failed.Count() > 4 ? " …" : "")}");
        }

        output.WriteLine($"\n{"field",-28}{"P",8}{"R",8}{"F1",8}{"n",7}");
        foreach (var (field, counts) in evaluation.Fields)
        {
            output.WriteLine($"{field + (ScoredFields.Core.Contains(field) ? "*" : ""),-28}{counts.Precision,8:0.000}{counts.Recall,8:0.000}{counts.F1,8:0.000}{counts.Support,7}");
        }

        Groups(output, "language", evaluation.ByLanguage);
        Groups(output, "layout", evaluation.ByLayout);
        Groups(output, "kind", evaluation.ByKind);

        output.WriteLine($"\n{"worst documents with a record",-44}{"core",8}{"micro",8}");
        foreach (var document in evaluation.Documents.Where(d => d.HasRecord).OrderBy(d => d.CoreMacroF1).ThenBy(d => d.MicroF1).Take(worst))
        {
            output.WriteLine($"  {document.Document.Id,-42}{document.CoreMacroF1,8:0.000}{document.MicroF1,8:0.000}");
        }
        foreach (var document in evaluation.Documents.Where(d => d.Leaks.Count > 0))
        {
            output.WriteLine($"\ntext that must not appear: {document.Document.Id}: {string.Join("; ", document.Leaks)}");
        }

        output.WriteLine($"\ncore macro-F1 (fields marked *) {evaluation.CoreMacroF1:0.0000}   macro-F1 {evaluation.Total.MacroF1():0.0000}   micro-F1 {evaluation.Total.MicroF1():0.0000}");
        foreach (var kind in evaluation.ByKind.Where(k => k.Name is "digital-pdf" or "docx"))
        {
            output.WriteLine($"core macro-F1 of {kind.Name,-12}{kind.CoreMacroF1:0.0000}   ({kind.Documents} documents, {kind.WithoutRecord} without a record)");
        }
        if (sortedMilliseconds.Count > 0)
        {
            output.WriteLine($"warm, one at a time: median {EvaluationJson.Quantile(sortedMilliseconds, 0.5):0.0} ms a document, 95th percentile {EvaluationJson.Quantile(sortedMilliseconds, 0.95):0.0} ms ({sortedMilliseconds.Count} documents)");
        }
    }

    private static void Groups(TextWriter output, string by, IReadOnlyList<Group> groups)
    {
        output.WriteLine($"\n{"by " + by,-26}{"core",8}{"micro",8}{"n",6}{"failed",8}");
        foreach (var group in groups.OrderBy(g => g.CoreMacroF1))
        {
            output.WriteLine($"  {group.Name,-24}{group.CoreMacroF1,8:0.000}{group.MicroF1,8:0.000}{group.Documents,6}{group.WithoutRecord,8}");
        }
    }
}
