using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Normalize.Places;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>The name of a town that stands alone among telephone numbers and addresses: its neighbours vouch for it.</summary>
internal static class LonePlace
{
    private const int MostWords = 4;

    /// <param name="span">The span at the place, without its label.</param>
    public static (AddressDraft Draft, double Strength)? Read(IReadOnlyList<TextSpan> spans, int at, TextSpan span, IReadOnlyList<string> likely, string? language)
    {
        if (!HasShape(span.Text)) return null;
        var known = Gazetteer.Find(span.Text);
        var country = likely.FirstOrDefault(c => known.Any(k => k.Country == c));
        var before = at > 0 && IsDetail(spans[at - 1]) && Near(spans[at - 1], span);
        var after = at + 1 < spans.Count && IsDetail(spans[at + 1]) && Near(spans[at + 1], span);
        if (!before && !after || IsOtherwise(span.Text, language)) return null;
        // A place nobody has listed takes a row of details around it.
        if (country is null && (known.Count > 0 || spans.Count(s => s.Line == span.Line && IsDetail(s)) < 2)) return null;
        var draft = new AddressDraft
        {
            Raw = new Found<string>(span.Text, 0.7, span),
            City = new Found<string>(span.Text, country is null ? 0.55 : 0.75, span),
            CountryCode = country ?? (likely.Count > 0 ? likely[0] : null),
        };
        return (draft, country is null ? 0.5 : 0.9);
    }

    private static bool HasShape(string text) =>
        text.Length is >= 3 and <= 40 && char.IsUpper(text[0]) && text.Any(char.IsLower) && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'' or '’') && text.Split(' ').Length <= MostWords;

    private static bool Near(TextSpan other, TextSpan span) => other.Line.Page == span.Line.Page && Math.Abs(other.Line.Index - span.Line.Index) <= 1;

    private static bool IsDetail(TextSpan span) =>
        OnlineAddresses.Holds(span.Text) || (span.Text.Count(char.IsDigit) is >= 7 and <= 15 && span.Text.Count(char.IsLetter) <= 10);

    /// <summary>A people, a language, a post, a heading, a label or a person.</summary>
    private static bool IsOtherwise(string text, string? language)
    {
        if (ContactWords.Default.IsLabel(text) || HeadingLexicon.Default.IsLabel(text) || HeadingLexicon.Default.Find(text) is not null) return true;
        if (Nationality.CodeOf(text, language) is not null || LanguageNames.CodeOf(text, language) is not null) return true;
        var lexicon = EntryLexicon.For(language);
        var tokens = Tokens.Of(text);
        return lexicon.Heads.AreIn(tokens) || lexicon.OrganisationWords.AreIn(tokens);
    }
}
