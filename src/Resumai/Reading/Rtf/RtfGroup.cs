using System.Text;

namespace Resumai.Reading.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination { Skip, Text, FontTable, ColorTable, StyleSheet, Instruction, ListText, ShapeName, ShapeValue }

/// <summary>A field whose instruction and result are still coming.</summary>
internal sealed class RtfField
{
    public StringBuilder Instruction { get; } = new();
}

/// <summary>What holds within a group (<c>{…}</c>); a group begins with the state of the one around it.</summary>
internal sealed record RtfGroup
{
    public RtfDestination Destination { get; set; }
    public required RtfStory Story { get; set; }
    public RtfCharacters Characters { get; set; }
    public RtfParagraph Paragraph { get; set; }
    public RtfRow Row { get; set; } = new();
    /// <summary>Fallback characters after each <c>\u</c>.</summary>
    public int UnicodeSkip { get; set; } = 1;
    public RtfField? Field { get; set; }
    public string? Url { get; set; }
    public RtfShape? Shape { get; set; }
    public Structure.Ground Ground { get; set; } = Structure.Ground.Paper;
    /// <summary>The destination around <c>\upr</c>, for its Unicode form.</summary>
    public RtfDestination Around { get; set; }
    /// <summary>What the end of the group finishes.</summary>
    public Action<RtfGroup>? AtEnd { get; set; }
}
