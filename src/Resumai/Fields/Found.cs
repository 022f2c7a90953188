using Resumai.Layout;

namespace Resumai.Fields;

/// <summary>A value with the text it was read from. Nothing enters the record without one, but what is derived.</summary>
/// <param name="Confidence">0–1.</param>
/// <param name="Spans">In reading order, at least one.</param>
public sealed record Found<T>(T Value, double Confidence, IReadOnlyList<TextSpan> Spans)
{
    public Found(T value, double confidence, TextSpan span) : this(value, confidence, [span]) { }
}
