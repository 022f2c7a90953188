using System.Text.RegularExpressions;
using Resumai.Text;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Greek as it is written since 1982: one accent in a word and no breathings. The model knows the older spelling and reads an accent as a
/// breathing, and the two points over a vowel as either; which it is, the word's other vowels tell.
/// </summary>
internal static partial class GreekAccents
{
    private const char Acute = '\u0301', Grave = '\u0300', Perispomeni = '\u0342', Diaeresis = '\u0308', Smooth = '\u0313', Rough = '\u0314';
    private const string Accented = "άέήίόύώΐΰ", Vowels = "αεηιουωάέήίόύώϊϋΐΰ", First = "αεοη";

    public static string Of(string text)
    {
        if (!text.Any(c => c is >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF')) return text;
        var accents = text.Count(HasAccent);
        var plain = text.Select((c, i) => c is >= '\u1F00' and <= '\u1FFF' ? Monotonic(c, i > 0 ? text[i - 1] : ' ', accents)[0] : c).ToArray();
        for (var i = 1; i + 1 < plain.Length; i++)
        {
            if (plain[i] is 'ύ' or 'ΰ' or 'ί' or 'ΐ' && First.Contains(char.ToLowerInvariant(plain[i - 1])) && IsAccentedAgain(plain.AsSpan(i + 1))) plain[i] = plain[i] is 'ύ' or 'ΰ' ? 'ϋ' : 'ϊ';
        }
        return Doubled().Replace(Prefix().Replace(new string(plain), m => m.Value == "Υ" ? "Ϋ" : "ϋ"), "ϋ");
    }

    /// <param name="accents">How many letters of the word have an accent; breathings are none.</param>
    private static string Monotonic(char letter, char before, int accents)
    {
        var parts = UnicodeText.DecomposeCompatibility(letter.ToString());
        var accented = HasAccent(letter);
        var elsewhere = accents > (accented ? 1 : 0);
        // Within a word there is no breathing: it is the accent or, where the word has that elsewhere, the points that part a vowel from the one before.
        var misread = char.IsLetter(before) && parts.AsSpan().IndexOfAny(Smooth, Rough) >= 0;
        var parted = parts.Contains(Diaeresis, StringComparison.Ordinal) || (misread && elsewhere && parts[0] is 'υ' or 'ι' && Vowels.Contains(char.ToLowerInvariant(before)));
        return UnicodeText.Compose(UnicodeText.Compose(parts[..1] + (parted ? Diaeresis : "")) + ((accented ? !(parted && elsewhere) : misread && !elsewhere) ? Acute : ""));
    }

    private static bool HasAccent(char letter) => Accented.Contains(char.ToLowerInvariant(letter))
        || (letter is >= '\u1F00' and <= '\u1FFF' && UnicodeText.DecomposeCompatibility(letter.ToString()).AsSpan().IndexOfAny(Acute, Grave, Perispomeni) >= 0);

    /// <summary>Another accent follows in the word, and not as the second one that a word has before "μου" or "τους", two syllables on.</summary>
    private static bool IsAccentedAgain(ReadOnlySpan<char> rest)
    {
        var between = 0;
        foreach (var c in rest)
        {
            if (!char.IsLetter(c)) return false;
            if (HasAccent(c)) return between != 1;
            between += Vowels.Contains(c) ? 1 : 0;
        }
        return false;
    }

    // Before a root that begins with this letter the prefix keeps it apart.
    [GeneratedRegex(@"(?<=^\W*[Ππ]ρο)[υύΰ](?=π\p{L})|(?<=^\W*ΠΡ[ΟΌ])Υ(?=Π\p{L})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Prefix();

    [GeneratedRegex("[υύΰ]ϋ|ϋ[υύΰϋ]", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Doubled();
}
