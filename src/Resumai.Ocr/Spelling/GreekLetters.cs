using Resumai.Knowledge;
using Resumai.Ocr.Languages;

namespace Resumai.Ocr.Spelling;

/// <summary>Greek words that are in no dictionary as read and are known otherwise: as the Latin name of a skill, with an accent, with the first letter that was lost, as a place.</summary>
internal static class GreekLetters
{
    private const string Greek = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεηικνορτυχςγω", Latin = "ABEZHIKMNOPTYXaenikvoptuxcyw";
    private const string Accented = "άέήίόύώΐΰΆΈΉΊΌΎΏ", Capitals = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
    private const int ShortestSkill = 4, ShortestLost = 4, ShortestPlace = 5;

    /// <param name="isWord">True for a word of a dictionary and for the name of a skill.</param>
    public static string? KnownAs(string word, Func<string, bool> isWord)
    {
        if (word.Length >= ShortestSkill && !GreekSpelling.MayBe(word) && AsLatin(word) is var latin && SkillLexicon.Find(latin) is { } skill)
        {
            if (skill.Name.Equals(latin, StringComparison.OrdinalIgnoreCase)) return skill.Name;
            if (word.Count(char.IsUpper) * 2 > word.Length) return latin.ToUpperInvariant();
        }
        if (!word.Any(c => Accented.Contains(c)) && char.IsLower(word[0]) && KnownSpellings.Of(word) is { } spelled && spelled != word) return spelled;
        return word.Length >= ShortestLost && !isWord(word) && KnownSpellings.Of(word) is null ? WithInitial(word) : null;
    }

    /// <summary>The word with another letter is one of a heading or label, or by another first letter a place.</summary>
    public static bool IsNamed(string candidate, string read) => KnownSpellings.Of(read) is null
        && (KnownSpellings.Of(candidate) is not null
            || (candidate.Length == read.Length && candidate[0] != read[0] && SkillLexicon.Find(candidate) is not null && SkillLexicon.Find(read) is null)
            || (candidate.Length >= ShortestPlace && candidate.Length == read.Length && candidate[0] != read[0] && Gazetteer.Find(candidate) is { Count: > 0 } && Gazetteer.Find(read) is not { Count: > 0 }));

    /// <summary>The letter before a heading's word that was not read; null where none or more than one makes a known word.</summary>
    private static string? WithInitial(string word)
    {
        var found = Capitals.Select(c => c + word).Where(w => KnownSpellings.Of(w) is not null).Take(2).ToList();
        return found is [var single] ? single : null;
    }

    private static string AsLatin(string word) => string.Concat(word.Select(c => Greek.IndexOf(c) is >= 0 and var at ? Latin[at] : c));
}
