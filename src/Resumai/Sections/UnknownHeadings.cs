using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>
/// Finds headings whose words are not known: lines that look like the known headings of their column and, where it has none, lines that
/// look as headings do. What they head is told from the lines below, later.
/// </summary>
internal sealed class UnknownHeadings
{
    private const int LongestHeading = 60, MostWords = 6;
    /// <summary>A look that stands out at least so far may name headings with unknown words.</summary>
    private const double ClearEmphasis = 1.4;
    /// <summary>A look that stands out less may where space above goes with it.</summary>
    private const double SomeEmphasis = 0.8, ClearGap = 0.8;
    /// <summary>Where no heading of the column is known, a look must stand out more.</summary>
    private const double LoneEmphasis = 1.9;
    /// <summary>What is so many times larger than the known headings is a name or title.</summary>
    private const double TooLarge = 1.35;
    /// <summary>So many known headings in the margin say that others are there too.</summary>
    private const int FewestInMargin = 2;
    /// <summary>The name and what it goes with.</summary>
    private const int NameLines = 2;
    /// <summary>What stands below a referee's name: post, employer, address.</summary>
    private const int RefereeLines = 3;

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly Dictionary<int, BlockRole> _roles;
    private readonly BodyStyle _body;
    private readonly IReadOnlyList<Heading> _known;
    private readonly HashSet<int> _heads;

    private UnknownHeadings(IReadOnlyList<TextLine> lines, Dictionary<int, BlockRole> roles, BodyStyle body, IReadOnlyList<Heading> known)
    {
        (_lines, _roles, _body, _known) = (lines, roles, body, known);
        _heads = [.. known.Select(h => h.Span.Line.Index)];
    }

    public static IEnumerable<Heading> Find(IReadOnlyList<TextLine> lines, Dictionary<int, BlockRole> roles, BodyStyle body, IReadOnlyList<Heading> known)
    {
        var finder = new UnknownHeadings(lines, roles, body, known);
        return finder.InColumn(sidebar: false).Concat(finder.InColumn(sidebar: true)).Concat(finder.InMargin()).DistinctBy(h => h.Span.Line.Index).ToArray();
    }

    /// <summary>What stands in the margin in the look of known headings there.</summary>
    private IEnumerable<Heading> InMargin()
    {
        var known = _known.Where(h => h.Span.Start == 0 && h.Span.Line.Text.AsSpan(h.Span.End).TrimStart(' ').StartsWith('\t')).ToArray();
        if (known.Select(h => h.Kind).Distinct().Count() < FewestInMargin) yield break;
        var looks = known.Select(h => LineStyle.Of(h.Span)).ToHashSet();
        foreach (var line in _lines)
        {
            if (_heads.Contains(line.Index) || !line.Text.Contains('\t')) continue;
            var cell = line.Segments().First();
            if (cell.Length is < 3 or > LongestHeading || cell.Text.Any(char.IsAsciiDigit) || cell.Text.EndsWith(':') || !looks.Contains(LineStyle.Of(cell))) continue;
            if (LineStyle.Of(line.Segments().ElementAt(1)) == LineStyle.Of(cell)) continue;
            yield return new Heading(cell.Trim(':', ' '), SectionKind.Other, Trust: HeadingTrust.Look);
        }
    }

    private IEnumerable<Heading> InColumn(bool sidebar)
    {
        var heads = _known.Where(h => IsSidebar(h.Span.Line) == sidebar && h.Span.Length + 2 >= h.Span.Line.Text.Length).ToArray();
        var looks = heads.GroupBy(h => LineStyle.Of(h.Span.Line) with { Color = null }).Where(g => _body.Emphasis(g.Key) >= ClearEmphasis || IsSetOff(g.Key, [.. g])).ToArray();
        var column = Enumerable.Range(0, _lines.Count).Where(i => IsSidebar(_lines[i]) == sidebar).ToArray();
        foreach (var look in looks)
        {
            foreach (var heading in Alike(look.Key, [.. look.Select(h => h.Span.Line)], column)) yield return heading;
        }
        foreach (var at in column.Where(i => IsUnderlined(i) && MayHead(i))) yield return Doubtful(at);
        if (looks.Any(g => _body.Emphasis(g.Key) >= ClearEmphasis)) yield break;
        foreach (var at in Lone(column)) yield return Doubtful(at);
    }

    private bool IsSetOff(LineStyle look, Heading[] known) =>
        _body.Emphasis(look) >= SomeEmphasis && known.Length > 1 && known.Select(h => h.Span.Line.GapAbove).Where(g => g > 0).DefaultIfEmpty(0).Min() >= ClearGap;

    /// <summary>Lines with the look of known headings. Where there are many of them the look may be that of titles of posts.</summary>
    private IEnumerable<Heading> Alike(LineStyle look, TextLine[] known, int[] column)
    {
        var alike = column.Where(i => MayHead(i) && LineStyle.Of(_lines[i]).Matches(look)).ToArray();
        if (alike.Length > (known.Length * 2) + 2) yield break;
        var gaps = known.Select(l => l.GapAbove).Order().ToArray();
        var first = known.Min(l => l.Index);
        if (_body.Emphasis(look) < ClearEmphasis && alike.Length > known.Length) yield break;
        var sure = _known.Count >= 2 && alike.Length <= Math.Max(2, known.Length * 0.6);
        foreach (var at in alike)
        {
            var line = _lines[at];
            if (line.GapAbove < gaps[(gaps.Length - 1) / 2] * 0.6 && !IsFirst(at)) continue;
            yield return sure && line.Index > first ? new Heading(line.Whole.Trim(':', ' '), SectionKind.Other, Trust: HeadingTrust.Look) : Doubtful(at);
        }
    }

    /// <summary>The look that stands out most and comes back, of lines that others follow.</summary>
    private IEnumerable<int> Lone(int[] column)
    {
        var largest = _known.Select(h => h.Span.Line.Font.Size).DefaultIfEmpty(double.PositiveInfinity).Max() * TooLarge;
        var looks = column.Where(i => MayHead(i) && _lines[i].Font.Size < largest && _body.Emphasis(LineStyle.Of(_lines[i])) >= LoneEmphasis && (_lines[i].GapAbove >= 0.4 || IsFirst(i)))
            .GroupBy(i => LineStyle.Of(_lines[i]) with { Color = null })
            .Where(g => g.All(i => !g.Contains(i + 1)));
        return looks.MaxBy(g => (_body.Emphasis(g.Key) * 10) + g.Count()) ?? Enumerable.Empty<int>();
    }

    private bool MayHead(int at)
    {
        var line = _lines[at];
        return line.Text.Length is > 2 and <= LongestHeading && !_heads.Contains(line.Index) && line.Index >= NameLines && line.Bullet is null
            && !line.Text.Contains('\t') && !line.Text.Any(char.IsAsciiDigit) && !line.Text.Contains('@')
            && line.Text.Count(c => c == ' ') < MostWords && line.Text.Any(char.IsLetter)
            && at + 1 < _lines.Count && IsSidebar(_lines[at + 1]) == IsSidebar(line) && !_heads.Contains(_lines[at + 1].Index) && !IsPerson(at);
    }

    /// <summary>
    /// An e-mail address stands in the line below and no known heading above (a page printed from the web has other lines above the name), or
    /// it stands a few lines below under references.
    /// </summary>
    private bool IsPerson(int at)
    {
        var above = _known.Where(h => h.Span.Line.Index < _lines[at].Index).MaxBy(h => h.Span.Line.Index);
        if (above is not null && above.Kind != SectionKind.References) return false;
        return _lines.Skip(at + 1).Take(above is null ? 1 : RefereeLines).Any(l => l.Text.Contains('@'));
    }

    /// <summary>A line of nothing but one repeated sign stands below it.</summary>
    private bool IsUnderlined(int at) =>
        at + 1 < _lines.Count && _lines[at + 1].Text is { Length: >= 4 } rule && !char.IsLetterOrDigit(rule[0]) && rule.All(c => c == rule[0] || c == ' ');

    private bool IsFirst(int at) => at == 0 || _lines[at - 1].Page != _lines[at].Page || IsSidebar(_lines[at - 1]) != IsSidebar(_lines[at]);

    private bool IsSidebar(TextLine line) => _roles[line.Index] == BlockRole.Sidebar;

    private Heading Doubtful(int at) => new(_lines[at].Whole.Trim(':', ' '), SectionKind.Other, Trust: HeadingTrust.Doubtful);
}
