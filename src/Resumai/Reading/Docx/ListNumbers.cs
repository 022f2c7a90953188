using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
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

        _counts[(list, level)] = _counts.TryGetValue((list, level), out var count) ? count + 1 : Start(format);
        foreach (var deeper in _counts.Keys.Where(k => k.List == list && k.Level > level).ToList()) _counts.Remove(deeper);
        return Text(list, format.LevelText?.Val?.Value ?? $"%{level + 1}.") is { Length: > 0 } mark ? (level, mark) : null;
    }

    private static int Start(W.Level level) => level.StartNumberingValue?.Val?.Value ?? 1;

    /// <summary>The pattern of a level ("%1.%2") with the counts of its levels.</summary>
    private string Text(int list, string pattern)
    {
        for (var level = 0; level < 9; level++)
        {
            if (!pattern.Contains($"%{level + 1}") || Definition(list, level) is not { } format) continue;
            pattern = pattern.Replace($"%{level + 1}", NumberText.Of(_counts.GetValueOrDefault((list, level), Start(format)), Style(format.NumberingFormat?.Val?.Value)));
        }
        return pattern.Trim();
    }

    private static string Style(W.NumberFormatValues? format) =>
        format == W.NumberFormatValues.UpperRoman ? "I" : format == W.NumberFormatValues.LowerRoman ? "i"
        : format == W.NumberFormatValues.UpperLetter ? "A" : format == W.NumberFormatValues.LowerLetter ? "a" : "1";

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
