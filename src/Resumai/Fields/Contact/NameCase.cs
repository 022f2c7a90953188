using Resumai.Knowledge;

namespace Resumai.Fields.Contact;

/// <summary>Names in name case, and their parts.</summary>
internal static class NameCase
{
    /// <summary>"ANNE-MARIE VAN DER BERG, MSC" → "Anne-Marie van der Berg, MSC". Names that are not all capitals stay as they are.</summary>
    public static string Of(string name)
    {
        var comma = name.IndexOf(',');
        var (person, after) = comma < 0 ? (name, "") : (name[..comma], name[comma..]);
        if (person.Any(char.IsLower) || person.Count(char.IsLetter) < 4) return name;
        var words = person.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = i > 0 && ContactWords.Default.Is("particle", words[i]) && words[i].Length <= 3 ? words[i].ToLowerInvariant() : Word(words[i]);
        }
        return string.Join(' ', words) + after;
    }

    /// <summary>Titles, given names and family name of a name in Western order, or Hungarian order in a Hungarian document.</summary>
    public static NameParts Split(string name, string? language)
    {
        var words = name.Split(',')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var titles = words.TakeWhile(w => ContactWords.Default.Is("title", w)).ToArray();
        words.RemoveRange(0, titles.Length);
        var honorific = titles.Length == 0 ? null : string.Join(' ', titles);
        if (words.Count == 0) return new NameParts(honorific, null, null);
        if (words.Count == 1) return new NameParts(honorific, words[0], null);
        if (language == "hu") return new NameParts(honorific, string.Join(' ', words.Skip(1)), words[0]);
        var family = words.Count - 1;
        while (family > 1 && ContactWords.Default.Is("particle", words[family - 1]) && char.IsLower(words[family - 1][0])) family--;
        // Spanish and Portuguese family names come in pairs.
        if (language is "es" && words.Count - family == 1 && words.Count >= 3) family--;
        return new NameParts(honorific, string.Join(' ', words.Take(family)), string.Join(' ', words.Skip(family)));
    }

    private static string Word(string word)
    {
        var letters = word.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || letters[i - 1] is '-' or '‐' or '\'' or '’' or '.') letters[i] = char.ToUpperInvariant(letters[i]);
        }
        // A Greek word ends in ς.
        if (letters.Length > 1 && letters[^1] == 'σ') letters[^1] = 'ς';
        return new string(letters);
    }
}
