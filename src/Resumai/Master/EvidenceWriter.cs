using Resumai.Fields;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Master;

/// <summary>Collects where each value of a record is printed, by RFC 6901 pointer.</summary>
/// <param name="hasPages">False for formats that know no places (DOCX): evidence is then the paragraph.</param>
internal sealed class EvidenceWriter(bool hasPages)
{
    private readonly Dictionary<string, Evidence> _evidence = [];

    public IReadOnlyDictionary<string, Evidence> Evidence => _evidence;

    /// <summary>Notes where the value stands and gives it back; null stays null.</summary>
    public T? Add<T>(string pointer, Found<T>? found) where T : class
    {
        if (found is null) return null;
        Note(pointer, found.Confidence, found.Spans);
        return found.Value;
    }

    /// <summary>Notes each item of a list at its index and gives the values back.</summary>
    public IReadOnlyList<T> AddAll<T>(string pointer, IReadOnlyList<Found<T>> found) where T : class =>
        [.. found.Select((f, i) => Add($"{pointer}/{i}", f)!)];

    public void Note(string pointer, double confidence, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0) return;
        var first = spans[0].Line;
        _evidence[pointer] = new Evidence(
            Math.Round(confidence * Recognition(spans), 2), hasPages ? first.Page : null,
            hasPages ? [.. spans.Select(s => s.Box).Where(b => !b.IsNone).Select(Corners)] : [],
            string.Join(' ', spans.Select(s => s.Text)), hasPages ? null : first.Paragraph);
    }

    /// <summary>How sure the recogniser is of the words, by the mean: one bad letter spoils a value, but not wholly.</summary>
    private static double Recognition(IReadOnlyList<TextSpan> spans)
    {
        var (sum, count) = (0.0, 0);
        foreach (var span in spans)
        {
            foreach (var (word, start) in span.Line.Words)
            {
                if (start >= span.End || start + word.Text.Length <= span.Start) continue;
                sum += word.Confidence;
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    private static double[] Corners(Box box) => [Round(box.Left), Round(box.Top), Round(box.Right), Round(box.Bottom)];

    private static double Round(double points) => Math.Round(points, 2);
}
