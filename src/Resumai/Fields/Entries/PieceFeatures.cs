using Resumai.Tagging;

namespace Resumai.Fields.Entries;

/// <summary>
/// What the model sees of a stretch of an entry's head: its words, what lexicons say of them, its shape, where it stands and how it is set.
/// The training uses the same code, so a change here wants new weights.
/// </summary>
internal static class PieceFeatures
{
    /// <param name="known">False leaves the words themselves out, as if none had been seen in training.</param>
    public static void Of(HeadCell cell, int first, int last, HeadEvidence seen, EntryLexicon lexicon, FeatureList features, bool known = true)
    {
        features.Clear();
        var start = cell.Pieces[first].Start;
        var text = cell.Text.Text.AsSpan(start, cell.Pieces[last].End - start);
        var kind = Evidence(text, seen, lexicon, features);
        if (known) Words(seen, features);
        Place(cell, first, last, kind, features);
    }

    /// <summary>Features of the text alone; the answer sums it up in one number for use together with the place.</summary>
    private static int Evidence(ReadOnlySpan<char> text, HeadEvidence seen, EntryLexicon lexicon, FeatureList features)
    {
        var job = seen.Job >= 2 ? 3 : seen.Job >= 1.5 ? 2 : seen.Job > 0 ? 1 : 0;
        var place = seen.Place > 0.85 ? 2 : seen.Place > 0.3 ? 1 : 0;
        var degree = 0;
        foreach (var match in lexicon.Degrees.Matches(seen.Tokens)) degree = Math.Max(degree, match.FirstToken == 0 ? match.Exact ? 3 : 2 : 1);
        var grade = lexicon.GradeWords.Matches(seen.Tokens).Any(m => m.FirstToken == 0) ? 2 : GradeNumbers.IsGrade(text) ? 3 : 0;
        var field = lexicon.FieldWords.AreIn(seen.Tokens) ? 1 : 0;
        var words = Math.Min(seen.Words, 6) + (seen.Words > 8 ? 1 : 0) + (seen.Words > 12 ? 1 : 0);

        features.Add(0, 0);
        features.Add(1, words);
        features.Add(2, job, seen.JobModifier ? 1 : 0, words == 1 ? 1 : 0);
        features.Add(3, place, Math.Min(words, 4));
        features.Add(4, degree, field);
        features.Add(5, grade);
        features.Add(6, seen.LegalForm ? 1 : 0, job);
        features.Add(7, seen.OrganisationWord ? 1 : 0, seen.SchoolWord ? 1 : 0, job);
        features.Add(8, (seen.Leave ? 1 : 0) + (seen.Freelance ? 2 : 0) + (seen.Remote ? 4 : 0));
        features.Add(9, seen.HasDigits ? 1 : 0, words);
        features.Add(10, seen.Capitalised ? 1 : 0, char.IsLower(text[0]) ? 1 : 0);
        features.Add(11, (text[^1] == '.' ? 1 : 0) + (text.Contains('&') ? 2 : 0) + (text.Contains('/') ? 4 : 0) + (text.Contains('(') ? 8 : 0));
        return seen.LegalForm ? 1 : seen.SchoolWord ? 2 : degree >= 2 ? 3 : place == 2 ? 4 : job >= 2 ? 5 : seen.OrganisationWord ? 6 : grade > 1 ? 7 : job + place > 0 ? 8 : 0;
    }

    private static void Words(HeadEvidence seen, FeatureList features)
    {
        for (var i = 0; i < seen.Tokens.Count; i++)
        {
            var word = seen.Tokens[i].Folded.AsSpan();
            features.Add(20, word);
            if (word.Length > 4) features.Add(21, word[^4..]);
            if (i == 0) features.Add(22, word);
            if (i == 0 && word.Length > 5) features.Add(23, word[..5]);
            if (i < seen.Tokens.Count - 1) continue;
            features.Add(24, word);
            if (word.Length > 3) features.Add(25, word[^3..]);
        }
    }

    private static void Place(HeadCell cell, int first, int last, int kind, FeatureList features)
    {
        var context = cell.Context;
        var below = Math.Clamp(context.Below, -3, 5);
        var before = (int)cell.Pieces[first].Before;
        var after = last + 1 < cell.Pieces.Length ? (int)cell.Pieces[last + 1].Before : 9;
        var inside = 0;
        for (var i = first + 1; i <= last; i++) inside = Math.Max(inside, (int)cell.Pieces[i].Before);
        var look = (context.Bold ? 1 : 0) + (context.Italic ? 2 : 0) + (context.Capitals ? 4 : 0);

        features.Add(40, below, Math.Min(context.Number, 3), Math.Min(context.Count, 3));
        features.Add(41, look, below);
        features.Add(42, (int)context.Dated, context.Number, below == 0 ? 1 : 0);
        features.Add(43, context.Emphasis);
        features.Add(44, before, after);
        features.Add(45, inside, Math.Min(last - first, 3));
        features.Add(46, Math.Min(first, 3), before, below == 0 ? 1 : 0);
        features.Add(47, kind, below, Math.Min(context.Number, 2));
        features.Add(48, kind, look);
        features.Add(49, kind, before, after);
        features.Add(50, kind, Math.Min(first, 2), inside);
        features.Add(51, kind, Math.Min(cell.Pieces.Length, 4), Math.Min(last - first, 3));
        features.Add(52, below, before, Math.Min(first, 2));
    }
}
