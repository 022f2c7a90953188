using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Tells text that has the shape of a date or range in any language: numbers and separators with a word or two.</summary>
internal static class DateShape
{
    private const int MostDigits = 16, MostLetters = 24, LettersOfDigits = 6;

    /// <summary>Two digits and more side by side, and hardly anything but digits, separators and a word or two.</summary>
    public static bool Fits(IEnumerable<Word> words)
    {
        var (digits, letters, pair) = (0, 0, false);
        foreach (var word in words)
        {
            var before = ' ';
            foreach (var c in word.Text)
            {
                if (char.IsAsciiDigit(c))
                {
                    digits++;
                    pair |= char.IsAsciiDigit(before);
                }
                else if (char.IsLetter(c))
                {
                    letters++;
                }
                before = c;
            }
        }
        return pair && digits <= MostDigits && letters <= MostLetters && digits * LettersOfDigits >= letters;
    }

    /// <summary>A year and another, or a year and a dash.</summary>
    public static bool IsRange(IEnumerable<Word> words)
    {
        var (years, dash) = (0, false);
        foreach (var word in words)
        {
            if (HoldsYear(word.Text)) years++;
            dash |= word.Text.AsSpan().ContainsAny("-–—") && (word.Text.Length == 1 || HoldsYear(word.Text));
        }
        return years > 1 || (years == 1 && dash);
    }

    /// <summary>A word that begins with a year of this or the last century ("2019", "2019–2021").</summary>
    public static bool BeginsWithYear(string word) => word.Length >= 4 && IsYear(word.AsSpan(0, 4)) && (word.Length == 4 || !char.IsLetterOrDigit(word[4]));

    /// <summary>True when a year stands in the word, apart from other digits.</summary>
    public static bool HoldsYear(string word)
    {
        for (var i = 0; i + 4 <= word.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiDigit(word[i - 1])) && (i + 4 == word.Length || !char.IsAsciiDigit(word[i + 4])) && IsYear(word.AsSpan(i, 4))) return true;
        }
        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        (text[0] == '1' && text[1] == '9' || text[0] == '2' && text[1] == '0') && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);
}
