using Resumai.Layout;
using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>
/// Cuts what stands under no heading, or goes on under that of something else, into sections told from its lines: the likeliest kinds of all
/// lines together, where changing from one kind to another costs (Viterbi, 1967).
/// </summary>
internal static class UntitledSections
{
    /// <summary>A shorter run of lines before the first heading is a name and how to reach it.</summary>
    private const int FewestLines = 5;
    /// <summary>What changing the kind costs, less where space or another column parts the lines; and beginning a kind that a heading has already.</summary>
    private const double Change = 3, ChangeAtGap = 1.5, Again = 3;
    /// <summary>The same within what a heading names, where nothing parts the lines.</summary>
    private const double WithoutGap = 8;
    /// <summary>What it costs more to leave the kind that a heading names.</summary>
    private const double Titled = 5;
    private const double Apart = 0.4;

    /// <summary>What almost every CV has.</summary>
    private static readonly HashSet<SectionKind> Usual = [SectionKind.Experience, SectionKind.Education, SectionKind.Skills, SectionKind.Languages];

    /// <summary>What looks much like posts and studies do: where those have headings of their own, nothing of them goes on under these.</summary>
    private static readonly HashSet<SectionKind> LikePosts = [SectionKind.Certifications, SectionKind.Projects, SectionKind.Publications, SectionKind.Awards, SectionKind.Volunteering];

    private static readonly SectionKind[] Kinds =
        [SectionKind.Top, SectionKind.Summary, SectionKind.Experience, SectionKind.Education, SectionKind.Skills, SectionKind.Languages, SectionKind.Certifications,
         SectionKind.Projects, SectionKind.Publications, SectionKind.Awards, SectionKind.Volunteering, SectionKind.Interests, SectionKind.References];

    public static IReadOnlyList<Section> Tell(IReadOnlyList<Section> sections, string? language)
    {
        var headed = sections.Where(s => s.Heading is not null && s.Lines.Count > 0).Select(s => s.Kind).ToHashSet();
        return [.. sections.SelectMany(s => IsUntitled(s, headed) || MayGoOn(s, headed) ? Cut(s, headed, language) : [s])];
    }

    private static bool IsPlace(SectionKind kind) => kind is SectionKind.Top or SectionKind.Contact;

    private static bool IsUntitled(Section section, HashSet<SectionKind> headed) =>
        IsPlace(section.Kind) && section.Lines.Count >= FewestLines
        && !(FewMissing(headed) && section.Lines.Count < 3 * FewestLines);

    /// <summary>A section that may hold what has no heading of its own in a document where it should have one.</summary>
    private static bool MayGoOn(Section section, HashSet<SectionKind> headed) =>
        section.Lines.Count >= FewestLines && Kinds.Contains(section.Kind) && !IsPlace(section.Kind)
        && !Usual.IsSubsetOf(headed);

    /// <summary>Posts and studies have their headings: only what is missing besides may go on under another.</summary>
    private static bool FewMissing(HashSet<SectionKind> headed) => headed.Contains(SectionKind.Experience) && headed.Contains(SectionKind.Education);

    private static List<Section> Cut(Section section, HashSet<SectionKind> headed, string? language)
    {
        var lines = section.Lines;
        var kinds = Likeliest(lines, IsPlace(section.Kind) ? SectionKind.Top : section.Kind, headed, language);
        var parts = new List<Section>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start + 1;
            while (end < lines.Count && kinds[end] == kinds[start]) end++;
            IReadOnlyList<TextLine> own = [.. lines.Skip(start).Take(end - start)];
            var kind = kinds[start] == SectionKind.Top ? section.Kind : kinds[start];
            parts.Add(start == 0 && kind == section.Kind ? section with { Lines = own } : new Section(kind, null, own));
            start = end;
        }
        // A heading stays with what follows it, whatever that is.
        if (section.Heading is not null && parts[0].Heading is null) parts.Insert(0, section with { Lines = [] });
        return parts;
    }

    private static SectionKind[] Likeliest(IReadOnlyList<TextLine> lines, SectionKind titled, HashSet<SectionKind> headed, string? language)
    {
        var certainty = titled == SectionKind.Top ? 0 : Titled;
        var features = new FeatureList();
        var seen = new LineFeatures(lines, language);
        var costs = new double[lines.Count, Kinds.Length];
        var from = new int[lines.Count, Kinds.Length];
        for (var i = 0; i < lines.Count; i++)
        {
            seen.Of(i, features);
            var logarithms = SectionKindModel.Lines.Value.Logarithms(features);
            for (var k = 0; k < Kinds.Length; k++)
            {
                // What a heading names stands at least in the first line below it.
                var (least, at) = i > 0 ? Cheapest(i, k) : (Kinds[k] == titled ? 0 : certainty > 0 ? double.PositiveInfinity : Change, k);
                costs[i, k] = least - (Kinds[k] == titled ? Enumerable.Range(0, Kinds.Length).Where(o => o == k || IsBarred(Kinds[o])).Max(o => logarithms[(int)Kinds[o]]) : logarithms[(int)Kinds[k]]);
                from[i, k] = at;
            }
        }
        var best = Enumerable.Range(0, Kinds.Length).MinBy(k => costs[lines.Count - 1, k]);
        var kinds = new SectionKind[lines.Count];
        for (var i = lines.Count - 1; i >= 0; best = from[i--, best]) kinds[i] = Kinds[best];
        return kinds;

        // What speaks for them speaks for the heading's own kind.
        bool IsBarred(SectionKind kind) => LikePosts.Contains(titled) && kind is SectionKind.Experience or SectionKind.Education && headed.Contains(kind);

        (double Cost, int From) Cheapest(int i, int k)
        {
            var isApart = lines[i].GapAbove >= Apart || lines[i].Page != lines[i - 1].Page || lines[i].Index != lines[i - 1].Index + 1;
            var change = isApart ? ChangeAtGap : certainty > 0 ? WithoutGap : Change;
            if (Kinds[k] != titled) change += headed.Contains(Kinds[k]) ? Again + certainty : certainty;
            if (IsBarred(Kinds[k])) change = double.PositiveInfinity;
            if (Kinds[k] != titled && certainty > 0 && FewMissing(headed) && (headed.Contains(Kinds[k]) || !Usual.Contains(Kinds[k]))) change = double.PositiveInfinity;
            var (least, at) = (costs[i - 1, k], k);
            for (var other = 0; other < Kinds.Length; other++)
            {
                if (costs[i - 1, other] + change < least) (least, at) = (costs[i - 1, other] + change, other);
            }
            return (least, at);
        }
    }
}
