using Resumai.Knowledge;

namespace Resumai.Fields.Entries;

/// <summary>What the words of a piece of a head speak for, counted once for all roles. A hit in a lexicon is evidence, never a verdict.</summary>
internal sealed record HeadEvidence
{
    private static readonly System.Buffers.SearchValues<char> PartEnds = System.Buffers.SearchValues.Create(",(|/–—");
    private static readonly System.Buffers.SearchValues<char> MarkSigns = System.Buffers.SearchValues.Create("(*:_/");

    public required List<Token> Tokens { get; init; }
    /// <summary>0 none, 1 somewhere, 2 as first or last word of its first part.</summary>
    public required double Job { get; init; }
    public required bool JobModifier { get; init; }
    public required bool Leave { get; init; }
    /// <summary>The text is a word for self-employment and nothing else.</summary>
    public required bool Freelance { get; init; }
    public required bool LegalForm { get; init; }
    public required bool OrganisationWord { get; init; }
    public required bool SchoolWord { get; init; }
    /// <summary>0–1: share of the text that names a place.</summary>
    public required double Place { get; init; }
    public required bool Remote { get; init; }
    public required bool HasDigits { get; init; }
    /// <summary>All words of four and more letters begin with a capital.</summary>
    public required bool Capitalised { get; init; }

    public int Words => Tokens.Count;

    public static HeadEvidence Of(string text, EntryLexicon lexicon, Func<string, double> placeShare)
    {
        var tokens = Knowledge.Tokens.Of(text);
        return new HeadEvidence
        {
            Tokens = tokens,
            Job = JobStrength(text, tokens, lexicon),
            JobModifier = lexicon.Modifiers.Matches(tokens).Any(m => m.Exact),
            Leave = lexicon.Leaves.AreIn(tokens),
            Freelance = lexicon.Freelance.IsTerm(tokens),
            LegalForm = lexicon.LegalForms.Found(text),
            OrganisationWord = lexicon.OrganisationWords.Matches(tokens).Any(m => m.Exact || !lexicon.Heads.Has(tokens[m.FirstToken].Folded)),
            SchoolWord = lexicon.SchoolWords.Matches(tokens).Any(m => m.Exact || !lexicon.Heads.Has(tokens[m.FirstToken].Folded)),
            Place = placeShare(text),
            Remote = lexicon.RemoteWords.IsTerm(tokens),
            HasDigits = text.Any(char.IsAsciiDigit),
            Capitalised = tokens.Count > 0 && tokens.All(t => t.Length < 4 || !char.IsLower(text[t.Start])),
        };
    }

    private static double JobStrength(string text, List<Token> tokens, EntryLexicon lexicon)
    {
        var best = GenderMark(text) ? 1.5 : 0;
        var end = text.AsSpan().IndexOfAny(PartEnds);
        var lastOfFirst = end < 0 ? tokens.Count - 1 : Math.Max(0, tokens.FindLastIndex(t => t.Start < end));
        while (lastOfFirst > 0 && IsGrade(tokens[lastOfFirst].Folded)) lastOfFirst--;
        foreach (var match in lexicon.Heads.Matches(tokens))
        {
            var last = match.FirstToken + match.TokenCount - 1;
            best = Math.Max(best, match.FirstToken == 0 || last == lastOfFirst ? 2 : 1.3);
        }
        return best;
    }

    /// <summary>"II" of "Engineer II", "L7".</summary>
    private static bool IsGrade(string word) => word is "i" or "ii" or "iii" or "iv" or "v" or "sr" or "jr" || (word.Length <= 2 && word.Any(char.IsAsciiDigit));

    /// <summary>"(m/w/d)", "/in", ":in", "(H/F)".</summary>
    private static bool GenderMark(string text)
    {
        if (!text.AsSpan().ContainsAny(MarkSigns)) return false;
        var folded = text.ToLowerInvariant();
        return folded.Contains("(m/w") || folded.Contains("(w/m") || folded.Contains("(m/f") || folded.Contains("(f/m") || folded.Contains("(h/f") || folded.Contains("(f/h")
            || folded.Contains("*in") || folded.Contains(":in") || folded.Contains("_in") || folded.EndsWith("/in") || folded.Contains("/in ");
    }
}
