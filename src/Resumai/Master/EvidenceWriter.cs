using Resumai.Fields;
using Resumai.Layout;
using Resumai.Master.Certainty;
using Resumai.Reading;

namespace Resumai.Master;

/// <summary>Collects where each value of a record is printed, by RFC 6901 pointer; once all are known, how sure each is.</summary>
/// <param name="hasPages">False for formats that know no places (DOCX): evidence is then the paragraph.</param>
internal sealed class EvidenceWriter(bool hasPages)
{
    private readonly Dictionary<string, ValueNote> _notes = [];

    public IReadOnlyDictionary<string, ValueNote> Notes => _notes;

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
        if (spans.Count > 0) _notes[pointer] = new ValueNote(pointer, confidence, spans);
    }

    /// <summary>What the confidence of each value is judged by.</summary>
    /// <param name="probability">That the document is a CV.</param>
    public IReadOnlyDictionary<string, double[]> Features(RecordDraft draft, double probability)
    {
        var features = new ValueFeatures(draft, _notes.Values, probability);
        return _notes.ToDictionary(n => n.Key, n => features.Of(n.Value));
    }

    /// <param name="features">By pointer, see <see cref="Features"/>.</param>
    public IReadOnlyDictionary<string, Evidence> Evidence(IReadOnlyDictionary<string, double[]> features, ConfidenceModel model) =>
        _notes.ToDictionary(n => n.Key, n => Evidence(n.Value, model.Probability(n.Value.Field, features[n.Key])));

    private Evidence Evidence(ValueNote note, double confidence)
    {
        var first = note.Spans[0].Line;
        return new Evidence(
            Math.Round(confidence, 2), hasPages ? first.Page : null,
            hasPages ? [.. note.Spans.Select(s => s.Box).Where(b => !b.IsNone).Select(Corners)] : [],
            string.Join(' ', note.Spans.Select(s => s.Text)), hasPages ? null : first.Paragraph);
    }

    private static double[] Corners(Box box) => [Round(box.Left), Round(box.Top), Round(box.Right), Round(box.Bottom)];

    private static double Round(double points) => Math.Round(points, 2);
}
