using System.Text;

namespace Resumai.Reading.Doc;

/// <summary>The style sheet of a document ([MS-DOC] 2.9.271): formats by style number, those of base styles included.</summary>
internal sealed class DocStyles
{
    private const int None = 0xFFF, DeepestChain = 20;
    private const int ParagraphKind = 1, CharacterKind = 2, FirstHeading = 1, LastHeading = 9;

    private readonly List<Entry?> _styles = [];
    private readonly Dictionary<int, (DocParagraph Paragraph, DocCharacters Characters)> _known = [];
    private readonly int _defaultFont;

    public DocStyles(DocBytes sheet)
    {
        var headLength = sheet.UInt16(0);
        var count = sheet.UInt16(2);
        var baseLength = sheet.UInt16(4);
        _defaultFont = sheet.UInt16(14);
        long at = 2 + headLength;
        for (var i = 0; i < count && at + 2 <= sheet.Length; i++)
        {
            var length = sheet.UInt16(at);
            _styles.Add(length == 0 ? null : Read(sheet.Slice(at + 2, length), baseLength));
            at += 2 + length;
        }
    }

    public string? Name(int number) => Style(number)?.Name;

    /// <summary>Paragraph and character format of a paragraph style.</summary>
    public (DocParagraph Paragraph, DocCharacters Characters) Of(int number) => Of(number, 0);

    /// <summary>A format with a character style over it.</summary>
    public DocCharacters OverCharacters(int number, DocCharacters format)
    {
        foreach (var style in Chain(number).Reverse())
        {
            if (style.Kind == CharacterKind) format = format.With(style.Characters, format, null);
        }
        return format;
    }

    private (DocParagraph Paragraph, DocCharacters Characters) Of(int number, int depth)
    {
        if (_known.TryGetValue(number, out var known)) return known;
        if (Style(number) is not { } style || depth > DeepestChain) return (default, DocCharacters.Default with { Font = _defaultFont });
        var (paragraph, characters) = style.Base == number ? (default, DocCharacters.Default with { Font = _defaultFont }) : Of(style.Base, depth + 1);
        if (style.Kind == ParagraphKind)
        {
            paragraph = paragraph.With(style.Paragraph) with { Style = number };
            if (paragraph.Outline is null && style.Builtin is >= FirstHeading and <= LastHeading) paragraph = paragraph with { Outline = style.Builtin };
            characters = characters.With(style.Characters, characters, null);
        }
        return _known[number] = (paragraph, characters);
    }

    private IEnumerable<Entry> Chain(int number)
    {
        for (var depth = 0; depth < DeepestChain && Style(number) is { } style; depth++)
        {
            yield return style;
            number = style.Base;
        }
    }

    private Entry? Style(int number) => number >= 0 && number < _styles.Count ? _styles[number] : null;

    private static Entry Read(DocBytes style, int baseLength)
    {
        var kind = style.UInt16(2) & 0xF;
        var basedOn = style.UInt16(2) >> 4;
        var updates = style.UInt16(4) & 0xF;
        var nameLength = style.UInt16(baseLength);
        var name = Encoding.Unicode.GetString(style.Slice(baseLength + 2, nameLength * 2).Span);
        long at = baseLength + 2 + (nameLength * 2) + 2;
        var formats = new List<DocBytes>();
        for (var i = 0; i < updates && at + 2 <= style.Length; i++)
        {
            at += at & 1;
            var length = style.UInt16(at);
            formats.Add(style.Slice(at + 2, length));
            at += 2 + length;
        }
        // A paragraph style gives its own number before its modifiers.
        var paragraph = kind == ParagraphKind && formats.Count > 0 ? formats[0].Slice(2, formats[0].Length - 2) : default;
        var characters = kind == ParagraphKind ? formats.Count > 1 ? formats[1] : default : kind == CharacterKind && formats.Count > 0 ? formats[0] : default;
        return new Entry(kind, basedOn, style.UInt16(0) & 0xFFF, name, paragraph, characters);
    }

    /// <param name="Builtin">The program's own number of a style it brings along; 1 to 9 are headings.</param>
    private sealed record Entry(int Kind, int Base, int Builtin, string Name, DocBytes Paragraph, DocBytes Characters);
}
