using Resumai.Knowledge;

namespace Resumai.Fields.Certifications;

/// <summary>Tells an issuer in brackets ("First Aid (Red Cross)") from the letters or grade of a certificate ("Scrum Master (PSM)").</summary>
internal static class Issuers
{
    private const int LongestLetters = 8;

    /// <summary>Name and issuer; null when the text has no bracket at its end or it belongs to the name.</summary>
    /// <param name="patterned">Other items of the section have brackets too.</param>
    public static (Passage Name, Passage Issuer)? InBracket(Passage text, bool patterned)
    {
        var open = text.Text.LastIndexOf('(');
        if (open < 3 || CertificateLexicon.Find(text.Text) is not null) return null;
        var end = text.Text.EndsWith(')') ? text.Text.Length - 1 : text.Text.Length;
        var (name, issuer) = (text.Slice(0, open).Trim(",–—-|·: "), text.Slice(open + 1, end - open - 1).Trim(",;– "));
        if (issuer.Text.Contains(')') || issuer.Text.Count(char.IsLetter) < 2 || !char.IsUpper(issuer.Text[0]) || IsInitials(issuer.Text, name.Text)) return null;
        var letters = issuer.Text.Length <= LongestLetters && issuer.Text.All(c => char.IsUpper(c) || !char.IsLetter(c));
        return patterned || letters || issuer.Text.Contains(' ') || CertificateLexicon.Find(name.Text) is not null ? (name, issuer) : null;
    }

    /// <summary>"PMP" of "Project Management Professional": every letter begins a word of the name, in its order.</summary>
    private static bool IsInitials(string letters, string name)
    {
        var words = name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        foreach (var letter in letters.Where(char.IsLetter))
        {
            while (at < words.Length && char.ToUpperInvariant(words[at][0]) != char.ToUpperInvariant(letter)) at++;
            if (at++ >= words.Length) return false;
        }
        return true;
    }
}
