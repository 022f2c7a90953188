using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination { Skip, Text, FontTable, ColorTable, StyleSheet, Instruction, ListText, ShapeName, ShapeValue }

/// <summary>A field whose instruction and result are still coming.</summary>
internal sealed class RtfField
{
    public StringBuilder Instruction { get; } = new();
}

/// <summary>The mark of the list item that the next paragraph of a story is.</summary>
internal sealed class RtfListMark
{
    private string? _mark;

    public void Set(string? mark) => _mark = mark;

    public string? Take()
    {
        var mark = _mark;
        _mark = null;
        return mark;
    }
}

/// <summary>What holds within a group (<c>{…}</c>); a group begins with the state of the one around it.</summary>
internal sealed record RtfGroup
{
    public RtfDestination Destination { get; set; }
    public required StoryBuilder Story { get; set; }
    public RtfCharacters Characters { get; set; }
    public RtfParagraph Paragraph { get; set; }
    public required RtfRow Row { get; set; }
    /// <summary>True in the format of a row inside another table's cell, which says nothing about rows outside.</summary>
    public bool InNestedRow { get; set; }
    /// <summary>True once <c>\plain</c> came: then all format is written out, and styles need not be asked.</summary>
    public bool IsPlain { get; set; } = true;
    /// <summary>Fallback characters after each <c>\u</c>.</summary>
    public int UnicodeSkip { get; set; } = 1;
    public RtfField? Field { get; set; }
    public string? Url { get; set; }
    public RtfShape? Shape { get; set; }
    public Ground Ground { get; set; } = Ground.Paper;
    /// <summary>The destination around <c>\upr</c>, for its Unicode form.</summary>
    public RtfDestination Around { get; set; }
    public RtfListMark ListMark { get; set; } = new();
    /// <summary>What the end of the group finishes.</summary>
    public Action<RtfGroup>? AtEnd { get; set; }
}
