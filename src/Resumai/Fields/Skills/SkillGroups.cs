using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Skills;

/// <summary>Tells the names of skill groups ("Tools:", a bold line, the left cell of a table) from the skills of a section.</summary>
internal sealed class SkillGroups
{
    private const int LongestName = 45;

    private static readonly Lazy<TermSet> Names = new(() => new TermSet(TermFile.Read("skill_groups.tsv").SelectMany(r => r.Terms)));

    private readonly bool[] _names;
    private readonly bool _leftCells;

    public SkillGroups(IReadOnlyList<TextLine> lines)
    {
        _names = new bool[lines.Count];
        var lists = lines.Count(l => SkillLines.IsList(l.Text.Replace('\t', ' ')));
        var bold = lines.Count(IsBold);
        var sizes = lines.Select(l => l.Font.Size).Order().ToArray();
        var body = sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (text.Length > LongestName || text.Contains('\t') || lines[i].Bullet is not null || SkillLines.IsList(text)) continue;
            var stressed = (IsBold(lines[i]) && bold * 2 < lines.Count + 1 && !IsBold(lines[i + 1])) || lines[i].Font.Size > body + 0.7
                || (lines[i].OutlineLevel is not null && lines[i + 1].OutlineLevel is null);
            var aboveBullets = lines[i + 1].Bullet is not null && lines.Count(l => l.Bullet is not null) * 2 > lines.Count;
            var aboveList = SkillLines.IsList(lines[i + 1].Text) && lists * 3 >= lines.Count && lines[i].GapAbove > lines[i + 1].GapAbove;
            _names[i] = text.EndsWith(':') || stressed || aboveBullets || aboveList || IsGroup(text);
        }
        if (lines.Count > 0 && lines[^1].Text.EndsWith(':')) _names[^1] = true;

        // "Tools<tab>Excel, SAP": a left column of names beside lists, in most lines that have two cells.
        var cells = lines.Where(l => l.Text.Contains('\t')).ToArray();
        _leftCells = cells.Length > 0 && cells.Count(l => !SkillLines.IsList(First(l)) && SkillLines.IsList(l.Text[(l.Text.IndexOf('\t') + 1)..].Replace('\t', ' '))) * 2 > cells.Length;
    }

    /// <summary>True for words that name a group of skills ("Technical", "Tools", "Computer skills"); not for those that are skills too ("Databases").</summary>
    public static bool IsGroup(string text) =>
        text.Length is > 0 and <= LongestName && !char.IsLower(text[0]) && SkillLexicon.Find(text) is null && (Names.Value.IsTerm(Tokens.Of(text)) || HeadingLexicon.Default.Find(text) is { Strength: 1 } heading && heading.Kinds.Any(k => k.Kind == SectionKind.Skills));

    /// <summary>True when the line is only the name of a group.</summary>
    public bool IsName(int line) => _names[line];

    /// <summary>The segments that hold skills, without the name of a group before a colon or in the left cell.</summary>
    public IEnumerable<TextSpan> Content(TextLine line)
    {
        var first = true;
        foreach (var segment in line.Segments())
        {
            var span = segment.Trim();
            var isFirst = first;
            first = false;
            if (span.Length == 0 || (_leftCells && isFirst && line.Text.Contains('\t') && !SkillLines.IsList(span.Text))) continue;
            var colon = span.Text.IndexOf(':');
            if (colon is > 0 and <= LongestName && span.Text[..colon].IndexOf(',') < 0) span = span.Slice(colon + 1, span.Length - colon - 1).Trim();
            else if (isFirst && LeadingBold(line, span) is { } bold) span = bold;
            else if (isFirst) span = WithoutGroup(span);
            if (span.Length == 0) continue;
            if (SkillLines.IsList(span.Text)) yield return span;
            else foreach (var part in WideGaps.Cut(span)) yield return part;
        }
    }

    /// <summary>"Tools – Excel, SAP" without its beginning; a segment that only names a group, with more behind it, is empty.</summary>
    private static TextSpan WithoutGroup(TextSpan span)
    {
        if (span.End < span.Line.Text.Length && IsGroup(span.Text)) return span.Slice(0, 0);
        foreach (var dash in (ReadOnlySpan<string>)[" – ", " — ", " - ", " | "])
        {
            var at = span.Text.IndexOf(dash, StringComparison.Ordinal);
            if (at <= 0 || !IsGroup(span.Text[..at])) continue;
            var start = at + dash.Length;
            return span.Slice(start, span.Length - start).Trim();
        }
        return span;
    }

    /// <summary>"<b>Tools</b> Excel, SAP" and "<b>Tools</b> – Excel, SAP": what follows the bold words.</summary>
    private static TextSpan? LeadingBold(TextLine line, TextSpan span)
    {
        var words = line.Words.Where(w => w.Start >= span.Start && w.Start < span.End).ToArray();
        var plain = Array.FindIndex(words, w => !w.Word.Font.Bold);
        if (plain <= 0 || !SkillLines.IsList(span.Text) || SkillLines.IsList(line.Text[span.Start..words[plain].Start].TrimEnd(' ', '–', '—', '-', '|'))) return null;
        var start = words[plain].Start - span.Start;
        return span.Slice(start, span.Length - start).Trim('–', '—', '-', '|');
    }

    private static bool IsBold(TextLine line) => line.Font.Bold;

    private static string First(TextLine line) => line.Text[..line.Text.IndexOf('\t')];
}
