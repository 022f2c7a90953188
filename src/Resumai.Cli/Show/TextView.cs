using System.Text;
using Resumai.Layout;

namespace Resumai.Cli.Show;

/// <summary>The document as numbered lines: page, block, kind of section, list mark, text, and in brackets how it is set.</summary>
internal static class TextView
{
    public static string Write(ShownDocument document, Layers layers, int? page)
    {
        var text = new StringBuilder();
        Head(text, document);
        foreach (var number in document.Pages.Select(p => p.Number).Where(n => page is null || n == page))
        {
            foreach (var (index, block) in document.BlocksOf(number)) Write(text, document, index, block, layers);
        }
        return text.ToString();
    }

    private static void Head(StringBuilder text, ShownDocument document)
    {
        var record = document.Record;
        text.AppendLine($"{document.Name}: {document.Arranged.Source.Format.Name}, {record.Document.PageCount?.ToString() ?? "no"} pages, language {record.Language ?? "unknown"}, "
            + $"a CV with probability {LineNotes.Number(record.Document.IsCvProbability)}, confidence {LineNotes.Number(record.Confidence)}");
        foreach (var warning in record.Warnings) text.AppendLine($"warning {warning.Code}{(warning.Page is { } page ? $" (page {page})" : "")}: {warning.Message}");
    }

    private static void Write(StringBuilder text, ShownDocument document, int index, TextBlock block, Layers layers)
    {
        text.AppendLine().AppendLine(BlockTitle(index, block, document.HasPlaces));
        foreach (var line in block.Lines)
        {
            var kind = document.KindOf(line)?.ToString().ToLowerInvariant() ?? "-";
            text.AppendLine($"{line.Index,4}  {kind,-14} {(document.IsHeading(line) ? "# " : "")}{(line.Bullet is null ? "" : LineNotes.Visible(line.Bullet) + " ")}{LineNotes.Visible(line.Text)}  [{LineNotes.Of(line)}]");
            if (layers.HasFlag(Layers.Words)) text.AppendLine($"        {string.Join(" | ", line.Words.Select(w => document.HasPlaces ? $"{LineNotes.Visible(w.Word.Text)} {LineNotes.Of(w.Word.Box)}" : LineNotes.Visible(w.Word.Text)))}");
            if (!layers.HasFlag(Layers.Evidence)) continue;
            foreach (var value in document.ValuesOf(line)) text.AppendLine($"        {value.Pointer} = {LineNotes.Visible(value.Value)} ({LineNotes.Number(value.Evidence.Confidence)})");
        }
    }

    /// <summary>"page 1, block 3: body, column 0, at 57 120 539 410".</summary>
    public static string BlockTitle(int index, TextBlock block, bool hasPlaces) =>
        $"{(hasPlaces ? $"page {block.Page}, " : "")}block {index}: {block.Role.ToString().ToLowerInvariant()}, {(hasPlaces ? $"column {block.Column}, at {LineNotes.Of(block.Box)}" : $"flow {block.Column}")}";
}
