using System.Buffers;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Languages;

namespace Resumai.Fields.Languages;

/// <summary>A name of a language in a line, with the text after it up to the next name: level, bars, remarks.</summary>
/// <param name="Code">Null when the name is not in the lexicon.</param>
internal sealed record NamedLanguage(TextSpan Name, string? Code, TextSpan After);

/// <summary>Cuts a line of a languages section at the names of languages.</summary>
/// <param name="Before">The text before the first name.</param>
internal sealed record LanguageLine(TextSpan Before, IReadOnlyList<NamedLanguage> Languages)
{
    private const int MostWordsOfUnknownName = 3;
    private static readonly SearchValues<char> Separators = SearchValues.Create(":\t(–—|");

    public static LanguageLine Read(TextLine line, string? language)
    {
        var tokens = PhraseTable.TokensOf(line.Text);
        var names = new List<(TextSpan Span, string Code)>();
        foreach (var match in LanguageNames.Find(tokens, language))
        {
            var start = tokens[match.FirstToken].Start;
            var end = tokens[match.EndToken - 1].End;
            if (names.Count > 0 && IsInBrackets(line.Text, names[^1].Span.End, start)) continue;
            names.Add((WithBracket(line, start, end), match.Value));
        }
        if (names.Count == 0) return Unknown(line, language);

        var languages = new List<NamedLanguage>();
        for (var i = 0; i < names.Count; i++)
        {
            var end = i + 1 < names.Count ? names[i + 1].Span.Start : line.Text.Length;
            var after = new TextSpan(line, names[i].Span.End, end - names[i].Span.End);
            languages.Add(new NamedLanguage(names[i].Span, names[i].Code, after));
        }
        return new LanguageLine(new TextSpan(line, 0, names[0].Span.Start), languages);
    }

    /// <summary>"Friulano – madrelingua": a name no lexicon has is believed when all that follows it is a level.</summary>
    private static LanguageLine Unknown(TextLine line, string? language)
    {
        var nothing = new LanguageLine(line.Whole, []);
        var cut = line.Text.AsSpan().IndexOfAny(Separators);
        if (cut < 0) cut = line.Text.IndexOf(" - ", StringComparison.Ordinal);
        if (cut <= 0) return nothing;
        var name = new TextSpan(line, 0, cut).Trim();
        var after = new TextSpan(line, cut, line.Text.Length - cut);
        var words = PhraseTable.TokensOf(name.Text);
        var isName = words.Count is > 0 and <= MostWordsOfUnknownName && char.IsUpper(name.Text[0]) && !name.Text.Any(char.IsDigit)
            && LanguageLevels.Of(name.Text, language) is null && !LanguageLevels.IsNoise(name.Text, language)
            && !LanguageLevels.Skills(words, language).Any();
        return isName && LanguageLevels.Of(after.Text, language) is not null && LanguageLevels.IsOnlyLevel(after.Text, language)
            ? new LanguageLine(new TextSpan(line, 0, 0), [new NamedLanguage(name, null, after)])
            : nothing;
    }

    private static bool IsInBrackets(string text, int from, int at)
    {
        var open = text.LastIndexOf('(', at - 1, at - from);
        return open >= 0 && text.IndexOf(')', open, at - open) < 0;
    }

    /// <summary>"Norwegisch (Bokmål)": the closing bracket belongs to the name.</summary>
    private static TextSpan WithBracket(TextLine line, int start, int end)
    {
        var closes = end < line.Text.Length && line.Text[end] == ')' && line.Text.IndexOf('(', start, end - start) >= 0;
        return new TextSpan(line, start, (closes ? end + 1 : end) - start);
    }
}
