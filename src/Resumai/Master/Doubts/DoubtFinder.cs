using Resumai.Fields;
using Resumai.Layout;
using Resumai.Master.Certainty;

namespace Resumai.Master.Doubts;

/// <summary>Finds the entries whose heads hold values of low confidence, or lack one, and takes their lines along.</summary>
internal static class DoubtFinder
{
    /// <summary>Values below this may be asked about.</summary>
    public const double Sure = 0.7;

    private const int MostLines = 8, MostBlocks = 12;
    private static readonly (string List, string[] Keys)[] Lists =
        [("experience", ["title", "employer"]), ("education", ["institution", "degree", "field_of_study"])];
    private static readonly string[] Separators = [" | ", " · ", " • ", " – ", " — ", " - ", ", "];

    public static IReadOnlyList<DoubtfulBlock> Find(RecordDraft draft, IReadOnlyDictionary<string, ValueNote> notes, IReadOnlyDictionary<string, Evidence> evidence)
    {
        var blocks = new List<DoubtfulBlock>();
        foreach (var (list, keys) in Lists)
        {
            var entries = notes.Values.Where(n => n.Pointer.StartsWith($"/{list}/", StringComparison.Ordinal)).GroupBy(n => n.Entry);
            foreach (var entry in entries)
            {
                var doubtful = keys.Where(k => evidence.GetValueOrDefault($"{entry.Key}/{k}") is not { } found ? k != "field_of_study" : found.Confidence < Sure).ToArray();
                if (doubtful.Length == 0) continue;
                var head = entry.Where(n => keys.Any(k => n.Pointer == $"{entry.Key}/{k}") || n.Pointer.EndsWith("_date", StringComparison.Ordinal)).SelectMany(n => n.Spans).ToArray();
                if (Lines(draft, head) is { Count: > 1 } lines) blocks.Add(new DoubtfulBlock(list, int.Parse(entry.Key.Split('/')[2]), doubtful, lines));
            }
        }
        return [.. blocks.OrderBy(b => b.Keys.Min(k => evidence.GetValueOrDefault($"/{b.List}/{b.Index}/{k}")?.Confidence ?? 0)).Take(MostBlocks)];
    }

    /// <summary>The lines of the section that the head stands on, with one more at each end.</summary>
    private static IReadOnlyList<PrintedLine> Lines(RecordDraft draft, TextSpan[] head)
    {
        if (head.Length == 0) return [];
        var indices = head.Select(s => s.Line.Index).ToHashSet();
        if (draft.Sections.FirstOrDefault(s => s.Lines.Any(l => indices.Contains(l.Index))) is not { } section) return [];
        var places = section.Lines.Index().Where(l => indices.Contains(l.Item.Index)).Select(l => l.Index).ToArray();
        var first = Math.Max(0, places.Min() - 1);
        var hasPages = draft.Document.Source.Pages.Any(p => p.Width > 0);
        return [.. section.Lines.Skip(first).Take(Math.Min(MostLines, places.Max() + 2 - first)).SelectMany(l => Parts(l).Select(s => Printed(s, hasPages)))];
    }

    private static IEnumerable<TextSpan> Parts(TextLine line)
    {
        foreach (var segment in line.Segments())
        {
            var (start, text) = (0, segment.Text);
            while (start < text.Length)
            {
                var cuts = Separators.Select(s => (At: text.IndexOf(s, start, StringComparison.Ordinal), s.Length)).Where(c => c.At >= 0).ToArray();
                var cut = cuts.Length == 0 ? (At: text.Length, Length: 0) : cuts.Min();
                if (segment.Slice(start, cut.At - start).Trim() is { Length: > 0 } part) yield return part;
                start = cut.At + Math.Max(1, cut.Length);
            }
        }
    }

    private static PrintedLine Printed(TextSpan part, bool hasPages) => new(
        part.Text, part.Line.Index, hasPages ? part.Line.Page : null,
        hasPages && part.Box is { IsNone: false } box ? [.. new[] { box.Left, box.Top, box.Right, box.Bottom }.Select(p => Math.Round(p, 2))] : null,
        hasPages ? null : part.Line.Paragraph);
}
