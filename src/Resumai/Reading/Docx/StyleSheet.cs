using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The styles of a document: what a paragraph and a run look like once defaults, style chains and direct format are laid over each other.</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, W.Style> _styles = [];
    private readonly string? _defaultParagraph;
    private readonly W.RunPropertiesBaseStyle? _runDefaults;
    private readonly W.ParagraphPropertiesBaseStyle? _paragraphDefaults;

    public StyleSheet(MainDocumentPart main)
    {
        var sheet = main.StyleDefinitionsPart?.Styles;
        if (sheet is null) return;
        foreach (var style in sheet.Elements<W.Style>())
        {
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
            if (style.Type?.Value == W.StyleValues.Paragraph && style.Default?.Value == true) _defaultParagraph = style.StyleId?.Value;
        }
        _runDefaults = sheet.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        _paragraphDefaults = sheet.DocDefaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle;
    }

    /// <summary>Name of the paragraph's style, null for the default style.</summary>
    public string? Name(W.Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        return id is null || id == _defaultParagraph ? null : _styles.TryGetValue(id, out var style) ? style.StyleName?.Val?.Value ?? id : id;
    }

    /// <summary>Outline level 1–9, by direct format, style chain or the built-in name "heading N".</summary>
    public int? OutlineLevel(W.Paragraph paragraph)
    {
        var level = ParagraphProperty<W.OutlineLevel>(paragraph)?.Val?.Value;
        if (level is { } value) return value is >= 0 and < 9 ? value + 1 : null;
        return HeadingStyle.Level(Name(paragraph));
    }

    /// <summary>The nearest setting of a paragraph property: direct, then up the style chain, then the defaults.</summary>
    public T? ParagraphProperty<T>(W.Paragraph paragraph) where T : OpenXmlElement
    {
        if (paragraph.ParagraphProperties?.GetFirstChild<T>() is { } direct) return direct;
        foreach (var style in Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraph))
        {
            if (style.StyleParagraphProperties?.GetFirstChild<T>() is { } inherited) return inherited;
        }
        return _paragraphDefaults?.GetFirstChild<T>();
    }

    /// <summary>The nearest setting of a run property: direct, character style, paragraph style, defaults.</summary>
    public T? RunProperty<T>(W.RunProperties? run, W.Paragraph paragraph) where T : OpenXmlElement
    {
        if (run?.GetFirstChild<T>() is { } direct) return direct;
        return Chain(run?.RunStyle?.Val?.Value).Concat(Chain(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraph))
            .Select(s => s.StyleRunProperties?.GetFirstChild<T>()).FirstOrDefault(p => p is not null) ?? _runDefaults?.GetFirstChild<T>();
    }

    /// <summary>
    /// A toggle property (17.7.3): direct format says it; else paragraph and character style cancel each other when both set it.
    /// </summary>
    public bool Toggle<T>(W.RunProperties? run, W.Paragraph paragraph) where T : W.OnOffType
    {
        if (run?.GetFirstChild<T>() is { } direct) return IsOn(direct);
        var inCharacter = Nearest<T>(run?.RunStyle?.Val?.Value);
        var inParagraph = Nearest<T>(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraph);
        return IsOn(_runDefaults?.GetFirstChild<T>()) || (IsOn(inCharacter) ^ IsOn(inParagraph));
    }

    public Font Font(W.RunProperties? run, W.Paragraph paragraph)
    {
        var size = RunProperty<W.FontSize>(run, paragraph)?.Val?.Value is { } half ? Twips.HalfPoints(half) : null;
        return new Font(RunProperty<W.RunFonts>(run, paragraph)?.Ascii?.Value ?? "", size ?? 10, Toggle<W.Bold>(run, paragraph),
            Toggle<W.Italic>(run, paragraph), ColorOf(RunProperty<W.Color>(run, paragraph)?.Val?.Value));
    }

    /// <summary>True when a table style paints cells: which of them, its conditions decide.</summary>
    public bool IsShadedTable(string? styleId) => Chain(styleId).Any(s => s.Descendants<W.Shading>().Any());

    private T? Nearest<T>(string? styleId) where T : OpenXmlElement =>
        Chain(styleId).Select(s => s.StyleRunProperties?.GetFirstChild<T>()).FirstOrDefault(p => p is not null);

    public static bool IsOn(W.OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    public static int? ColorOf(string? hex) =>
        hex is { Length: 6 } && int.TryParse(hex, System.Globalization.NumberStyles.HexNumber, null, out var color) ? color : null;

    private IEnumerable<W.Style> Chain(string? id)
    {
        // A damaged sheet may have a style based on itself.
        for (var depth = 0; depth < 20 && id is not null && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
