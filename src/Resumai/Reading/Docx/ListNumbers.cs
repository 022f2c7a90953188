using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Which paragraphs are list items, at what level, and the mark each prints. Counts as it goes: ask in document order.</summary>
internal sealed class ListNumbers(MainDocumentPart main, StyleSheet styles)
{
    private readonly Dictionary<(int List, int Level), int> _counts = [];
    private readonly W.Numbering? _numbering = main.NumberingDefinitionsPart?.Numbering;

    /// <summary>Level from 0 and the mark; null when the paragraph is no list item.</summary>
    public (int Level, string Mark)? Of(W.Paragraph paragraph)
    {
        var properties = styles.ParagraphProperty<W.NumberingProperties>(paragraph);
        if (properties?.NumberingId?.Val?.Value is not { } list || list == 0) return null;

        var level = properties.NumberingLevelReference?.Val?.Value ?? 0;
        var format = Definition(list, level);
        if (format?.NumberingFormat?.Val is null || format.NumberingFormat.Val.Value == W.NumberFormatValues.Bullet) return (level, "•");
        if (format.NumberingFormat.Val.Value == W.NumberFormatValues.None) return null;

        _counts[(list, level)] = _counts.TryGetValue((list, level), out var count) ? count + 1 : format.StartNumberingValue?.Val?.Value ?? 1;
        return (level, $"{_counts[(list, level)]}.");
    }

    /// <summary>Left indent in points that the list's level gives, null when it gives none.</summary>
    public double? Indent(W.Paragraph paragraph)
    {
        var properties = styles.ParagraphProperty<W.NumberingProperties>(paragraph);
        var format = properties?.NumberingId?.Val?.Value is { } list ? Definition(list, properties.NumberingLevelReference?.Val?.Value ?? 0) : null;
        return Twips.Points(format?.PreviousParagraphProperties?.Indentation?.Left?.Value ?? format?.PreviousParagraphProperties?.Indentation?.Start?.Value);
    }

    private W.Level? Definition(int list, int level)
    {
        var instance = _numbering?.Elements<W.NumberingInstance>().FirstOrDefault(n => n.NumberID?.Value == list);
        var own = instance?.Elements<W.LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level)?.Level;
        if (own is not null) return own;
        var id = instance?.AbstractNumId?.Val?.Value;
        return _numbering?.Elements<W.AbstractNum>().FirstOrDefault(a => a.AbstractNumberId?.Value == id)?
            .Elements<W.Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);
    }
}
