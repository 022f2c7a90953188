using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>Where the text of a text box lies and how the box stands.</summary>
internal readonly record struct DocBox(int Start, int End, BoxPosition Position, Box Bounds);

/// <summary>Text boxes by the character they are anchored at ([MS-DOC] 2.8.37 PlcfSpa, 2.8.32 PlcftxbxTxt).</summary>
internal sealed class DocShapes
{
    private const int AnchorLength = 26, TextLength = 22;
    private const int TopAndBottom = 1;
    /// <summary>Points; a wider box reaches across the text rather than beside it.</summary>
    private const double Wide = 330;

    private readonly Dictionary<int, List<DocBox>> _anchored = [];

    /// <param name="anchors">Of shapes in a story that begins at <paramref name="story"/>.</param>
    /// <param name="texts">Of text boxes, whose story begins at <paramref name="boxes"/>.</param>
    public DocShapes(DocBytes anchors, int story, DocBytes texts, int boxes)
    {
        var ranges = new Dictionary<int, (int Start, int End)>();
        var loose = new List<(int Start, int End)>();
        var anchorCount = Math.Max(0, (anchors.Length - 4) / (4 + AnchorLength));
        var known = Enumerable.Range(0, anchorCount).Select(i => anchors.Int32(((anchorCount + 1) * 4L) + (i * AnchorLength))).ToHashSet();
        var count = Math.Max(0, (texts.Length - 4) / (4 + TextLength));
        // The last is no box but the end of the story.
        for (var i = 0; i < count - 1; i++)
        {
            var range = (boxes + texts.Int32(i * 4), boxes + texts.Int32((i + 1) * 4));
            var shape = texts.Int32(((count + 1) * 4L) + (i * TextLength) + 14);
            if (!known.Contains(shape) || !ranges.TryAdd(shape, range)) loose.Add(range);
        }
        for (var i = 0; i < anchorCount; i++)
        {
            var at = ((anchorCount + 1) * 4L) + (i * AnchorLength);
            if (!ranges.TryGetValue(anchors.Int32(at), out var range)) continue;
            Add(story + anchors.Int32(i * 4), Place(anchors, at, range));
        }
        Loose = loose;
    }

    /// <summary>Text boxes that stand in groups, whose anchor names the group and not the box.</summary>
    public IReadOnlyList<(int Start, int End)> Loose { get; }

    public IReadOnlyList<DocBox> At(int cp) => _anchored.TryGetValue(cp, out var boxes) ? boxes : [];

    private void Add(int cp, DocBox box)
    {
        if (!_anchored.TryGetValue(cp, out var boxes)) _anchored[cp] = boxes = [];
        boxes.Add(box);
    }

    private static DocBox Place(DocBytes anchors, long at, (int Start, int End) range)
    {
        var bounds = new Box(anchors.Int32(at + 4) / 20.0, anchors.Int32(at + 8) / 20.0, anchors.Int32(at + 12) / 20.0, anchors.Int32(at + 16) / 20.0);
        var flags = anchors.UInt16(at + 20);
        var byText = ((flags >> 3) & 3) == 2;
        var across = ((flags >> 5) & 0xF) == TopAndBottom || bounds.Width >= Wide;
        var position = !across ? BoxPosition.Beside : byText && bounds.Top > 0 ? BoxPosition.After : BoxPosition.Before;
        return new DocBox(range.Start, range.End, position, bounds);
    }
}
