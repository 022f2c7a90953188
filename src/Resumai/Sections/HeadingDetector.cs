using Resumai.Layout;
using Resumai.Normalize.Dates;

namespace Resumai.Sections;

/// <summary>A heading found in a line.</summary>
/// <param name="Span">The heading's words; the rest of the line belongs to its section.</param>
/// <param name="Inline">It heads only the rest of its line ("Interests: chess").</param>
internal sealed record Heading(TextSpan Span, SectionKind Kind, bool Inline = false, HeadingTrust Trust = HeadingTrust.Known)
{
    /// <summary>The next line, where the heading runs over two.</summary>
    public TextLine? Rest { get; init; }
}

/// <summary>
/// Finds headings by words and by looks: phrases known in many languages vote for the look of this document's headings, and that
/// look decides about phrases that are also common words, and about headings with unknown words.
/// </summary>
internal sealed class HeadingDetector
{
    private const int LongestHeading = 60;
    /// <summary>So far must an item of a list stand out, its mark counted against it.</summary>
    private const double MarkedEmphasis = 0.3;
    /// <summary>In line heights: the most space between the lines of one heading.</summary>
    private const double WithinHeading = 0.6;

    private readonly HeadingLexicon _lexicon = HeadingLexicon.Default;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly Dictionary<int, BlockRole> _roles;
    private readonly BodyStyle _body;
    private List<TextLine>? _known;

    private HeadingDetector(ArrangedDocument document)
    {
        var blocks = document.Blocks.Where(b => b.Role is not (BlockRole.Header or BlockRole.Footer)).ToArray();
        _lines = [.. blocks.SelectMany(b => b.Lines)];
        _roles = blocks.SelectMany(b => b.Lines.Select(l => (l.Index, b.Role))).ToDictionary(x => x.Index, x => x.Role);
        _body = BodyStyle.Of(_lines);
    }

    /// <summary>Headings by the index of their line; a line may hold several.</summary>
    public static ILookup<int, Heading> Find(ArrangedDocument document) => new HeadingDetector(document).Find();

    private ILookup<int, Heading> Find()
    {
        var broken = Broken().ToList();
        var parts = broken.SelectMany(c => new[] { c.Span.Line, c.Rest! }).ToHashSet();
        var candidates = _lines.Where(l => !parts.Contains(l)).SelectMany(Candidates).Concat(broken).OrderBy(c => c.Span.Line.Index).ToList();
        var language = candidates.Where(c => c.Words.Strength == 1).SelectMany(c => c.Words.Kinds.Select(k => k.Language).Distinct())
            .GroupBy(l => l).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        var look = PrimaryLook(candidates, language);
        var accepted = candidates.Where(c => IsHeading(c, look, candidates)).Select(c => new Heading(c.Span, c.Words.In(language)) { Rest = c.Rest }).ToList();
        accepted.AddRange(UnknownHeadings.Find(_lines, _roles, _body, accepted));
        accepted.AddRange(Inline(accepted, language));
        return accepted.ToLookup(h => h.Span.Line.Index);
    }

    private IEnumerable<Candidate> Candidates(TextLine line)
    {
        if (line.Text.Length == 0) yield break;
        var segments = line.Segments().ToArray();
        if (segments.Length == 1)
        {
            if (line.Text.Length <= LongestHeading && _lexicon.Find(line.Text) is { } words) yield return new Candidate(line.Whole.Trim(':', ' '), words, Place.Line, Emphasis(line));
            yield break;
        }
        var found = segments.Select(s => s.Length <= LongestHeading ? _lexicon.Find(s.Text) : null).ToArray();
        if (found.All(f => f is { Strength: >= 0.9 }))
        {
            for (var i = 0; i < segments.Length; i++) yield return new Candidate(segments[i].Trim(':', ' '), found[i]!, Place.Line, Emphasis(line));
        }
        else if (found[0] is { } words)
        {
            yield return new Candidate(segments[0].Trim(':', ' '), words, Place.Margin, _body.Emphasis(LineStyle.Of(segments[0])) - Math.Max(0, _body.Emphasis(LineStyle.Of(segments[1]))));
        }
    }

    /// <summary>Lines that together are a heading and look alike; where each is one by itself they are two.</summary>
    private IEnumerable<Candidate> Broken()
    {
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            var (line, next) = (_lines[i], _lines[i + 1]);
            if (line.Text.Length < 3 || line.Text.Length + next.Text.Length > LongestHeading || line.Text.Contains('\t') || next.Text.Contains('\t') || next.GapAbove > WithinHeading) continue;
            if (next.Index != line.Index + 1 || line.Page != next.Page || IsListItem(next) || LineStyle.Of(line) != LineStyle.Of(next) || Emphasis(line) < 0.5) continue;
            if (_lexicon.Find(line.Text + ' ' + next.Text) is not { Strength: >= 0.9 } words) continue;
            if (words.Strength < 1 && !HeadingLexicon.EndsInConjunction(line.Text)) continue;
            if (_lexicon.Find(line.Text) is { Strength: 1 } && _lexicon.Find(next.Text) is { Strength: 1 }) continue;
            yield return new Candidate(line.Whole.Trim(':', ' '), words, Place.Line, Emphasis(line)) { Rest = next };
            i++;
        }
    }

    private double Emphasis(TextLine line)
    {
        var score = _body.Emphasis(LineStyle.Of(line));
        if (line.GapAbove >= 0.5) score += 0.5;
        if (line.Text.EndsWith(':')) score += 0.5;
        if (IsListItem(line)) score -= 1.5;
        return score;
    }

    /// <summary>An icon before a line is no list mark.</summary>
    private static bool IsListItem(TextLine line) => line.Bullet is { } mark && mark.Length == 1 && !char.IsSurrogate(mark[0]) && mark[0] < 0xE000;

    /// <summary>The look that most known headings share; null when no look stands out.</summary>
    private LineStyle? PrimaryLook(List<Candidate> candidates, string? language)
    {
        var groups = candidates.Where(c => c.Where == Place.Line && c.Words.Strength >= 0.9)
            .GroupBy(c => LineStyle.Of(c.Span) with { Color = null, OutlineLevel = c.Span.Line.OutlineLevel })
            .Select(g => (Look: g.Key, Weight: g.Select(c => c.Words.In(language)).Where(k => k != SectionKind.Top).Distinct().Count() * (1 + Math.Max(0, g.Average(c => c.Emphasis)))))
            .Where(g => g.Weight > 0).OrderByDescending(g => g.Weight).ToArray();
        return groups.Length == 0 ? null : groups[0].Look;
    }

    private bool IsHeading(Candidate candidate, LineStyle? look, List<Candidate> all)
    {
        if (candidate.Where == Place.Margin)
        {
            var own = LineStyle.Of(candidate.Span);
            if (candidate.Words.Strength < 0.9) return MarginDocument(all) && all.Exists(c => c.Where == Place.Margin && c.Words.Strength == 1 && LineStyle.Of(c.Span) == own);
            if (IsDated(candidate.Span.Line)) return MarginDocument(all);
            return candidate.Emphasis >= 0.8 || MarginDocument(all) || (look is { } margin && _body.Emphasis(margin) >= 1 && own.Matches(margin with { OutlineLevel = null }));
        }
        // An item of a list is a heading only where it stands out, or where headings have list marks.
        if (IsListItem(candidate.Span.Line) && candidate.Emphasis < MarkedEmphasis && all.Count(c => c.Words.Strength == 1 && IsListItem(c.Span.Line)) * 2 < all.Count(c => c.Words.Strength == 1)) return false;
        var style = LineStyle.Of(candidate.Span.Line);
        if (look is not { } primary) return candidate.Emphasis >= (candidate.Words.Strength >= 0.9 ? 0.5 : 2);
        if (candidate.Words.Strength < 0.9) return style.Matches(primary) && candidate.Emphasis >= 0.8 && LikeKnown(candidate, primary, all);
        if (style.Matches(primary)) return true;
        if (style.Capitals && primary.Capitals && style.Bold == primary.Bold && candidate.Emphasis >= 1) return true;
        var enough = _body.Emphasis(primary) - (_roles[candidate.Span.Line.Index] == BlockRole.Sidebar ? 1.5 : 0.5);
        return _body.Emphasis(style) >= enough && candidate.Emphasis >= 0.5;
    }

    /// <summary>"Availability ⇥ 2018 – 2019": a time of life and no heading, for nothing but its date stands beside it.</summary>
    private static bool IsDated(TextLine line)
    {
        var beside = line.Segments().Skip(1).ToArray();
        return beside.Length == 1 && DateRecognizer.FindAll(beside[0].Text, null).Any(d => !d.Range.IsSingle && d.Length + 2 >= beside[0].Length);
    }

    /// <summary>
    /// A telling word is not enough for a heading where titles of posts share the headings' look: the line must have their colour and
    /// the space above them too.
    /// </summary>
    private bool LikeKnown(Candidate candidate, LineStyle look, List<Candidate> all)
    {
        _known ??= [.. all.Where(c => c.Words.Strength >= 0.9 && LineStyle.Of(c.Span.Line).Matches(look)).Select(c => c.Span.Line)];
        if (_known.Count * 2 <= _lines.Count(l => LineStyle.Of(l).Matches(look))) return false;
        var gaps = _known.Select(l => l.GapAbove).Order().ToArray();
        return candidate.Span.Line.GapAbove >= gaps[gaps.Length / 2] * 0.5 && _known.Exists(l => l.Font.Color == candidate.Span.Line.Font.Color);
    }

    /// <summary>Headings stand in the margin beside the text, as in tabular CVs, and not on lines of their own.</summary>
    private static bool MarginDocument(List<Candidate> all)
    {
        var margin = all.Where(c => c.Where == Place.Margin && c.Words.Strength == 1).Select(c => c.Words.Kinds[0].Kind).Distinct().Count();
        var own = all.Where(c => c.Where == Place.Line && c.Words.Strength >= 0.9).Select(c => c.Words.Kinds[0].Kind).Distinct().Count();
        return margin >= 3 && margin > own;
    }

    /// <summary>"Interests: chess, sailing" where no heading of that kind stands on its own.</summary>
    private IEnumerable<Heading> Inline(List<Heading> known, string? language)
    {
        var kinds = known.Select(h => h.Kind).ToHashSet();
        var current = SectionKind.Top;
        var heads = known.ToLookup(h => h.Span.Line.Index);
        foreach (var line in _lines)
        {
            if (heads[line.Index].LastOrDefault() is { Trust: not HeadingTrust.Doubtful } head) current = head.Kind;
            var colon = line.Text.IndexOf(':');
            if (heads.Contains(line.Index) || colon is < 3 or > 40 || colon + 2 >= line.Text.Length) continue;
            if (current is SectionKind.Experience or SectionKind.Education or SectionKind.Projects or SectionKind.Skills or SectionKind.Contact) continue;
            if (_lexicon.Find(line.Text[..colon]) is not { Strength: 1 } words) continue;
            var kind = words.In(language);
            if (kind is SectionKind.Languages or SectionKind.Interests or SectionKind.Skills or SectionKind.Certifications && !kinds.Contains(kind))
            {
                yield return new Heading(new TextSpan(line, 0, colon), kind, Inline: true);
            }
        }
    }

    private enum Place { Line, Margin }

    private sealed record Candidate(TextSpan Span, HeadingWords Words, Place Where, double Emphasis)
    {
        public TextLine? Rest { get; init; }
    }
}
