using Resumai.Layout;
using Resumai.Normalize.Languages;

namespace Resumai.Fields.Languages;

/// <summary>What is printed beside a language's name, brought to its words.</summary>
internal static class LevelText
{
    private const int MostWords = 16;

    /// <summary>Longer text that says no level is a remark.</summary>
    private const int MostWordsWithoutLevel = 6;

    /// <summary>The level as printed; null when only bars, dots, stars or joining words stand there.</summary>
    public static TextSpan? Of(TextSpan span, string? language)
    {
        var text = Bare(span);
        if (text.Length == 0 || LanguageLevels.IsNoise(text.Text, language)) return null;
        var words = 1 + text.Text.Count(c => c is ' ' or '\t');
        return words <= (LanguageLevels.Of(text.Text, language) is null ? MostWordsWithoutLevel : MostWords) ? text : null;
    }

    /// <summary>Without separators and drawn symbols at its ends; brackets go when they hold all of it or have no partner.</summary>
    private static TextSpan Bare(TextSpan span)
    {
        while (true)
        {
            var before = span;
            while (span.Length > 0 && !IsText(span.Text[0]) && span.Text[0] != '(') span = span.Slice(1, span.Length - 1);
            while (span.Length > 0 && !IsText(span.Text[^1]) && span.Text[^1] is not (')' or '%' or '+')) span = span.Slice(0, span.Length - 1);
            if (span.Length == 0) return span;
            var text = span.Text;
            if (text[0] == '(' && (text.IndexOf(')') < 0 || text.IndexOf(')') == text.Length - 1)) span = span.Slice(1, span.Length - 1);
            else if (text[^1] == ')' && text.IndexOf('(') < 0) span = span.Slice(0, span.Length - 1);
            if (span == before) return span;
        }
    }

    private static bool IsText(char c) => char.IsLetterOrDigit(c);
}
