using Resumai.Fields.Entries;
using Resumai.Knowledge;

namespace Resumai.Fields.Items;

/// <summary>Tells names of organisations from names of roles by their words.</summary>
internal static class Organisations
{
    public static bool Names(string text, string? language)
    {
        var lexicon = EntryLexicon.For(language);
        var tokens = Tokens.Of(text);
        return lexicon.LegalForms.Found(text) || lexicon.OrganisationWords.AreIn(tokens) || lexicon.SchoolWords.AreIn(tokens);
    }

    public static bool IsRole(string text, string? language) => EntryLexicon.For(language).Heads.AreIn(Tokens.Of(text));
}
