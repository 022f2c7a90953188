using System.Text.Json.Serialization;

namespace Resumai.Master;

/// <summary>Where a value is printed.</summary>
/// <param name="Confidence">0–1: how likely the value is right.</param>
/// <param name="Page">From 1; null in formats without pages.</param>
/// <param name="Boxes">One [left, top, right, bottom] a line, PDF points, origin top left; empty in formats without pages.</param>
/// <param name="Text">The printed text.</param>
/// <param name="Paragraph">Index of the paragraph in formats without pages.</param>
public sealed record Evidence(
    double Confidence, int? Page, IReadOnlyList<double[]> Boxes, string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Paragraph = null)
{
    /// <summary>The value was chosen among printed lines by a second opinion; left out when it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SecondOpinion { get; init; }

    /// <summary>The value was corrected by somebody; left out when it was not. Page and boxes are then of what was read in its place, if anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Validated { get; init; }
}
