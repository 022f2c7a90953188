using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Languages;

namespace Resumai.Fields.Kinds;

/// <summary>Yes-or-no properties of a line that tell what its section is about.</summary>
internal static class Traits
{
    public const int Range = 0, Date = 1, Title = 2, Degree = 3, School = 4, Organisation = 5, Field = 6, Language = 7, Level = 8, Skill = 9,
        Bullet = 10, Short = 11, Long = 12, Sentence = 13, List = 14, Address = 15, Number = 16, Label = 17, Quoted = 18, Certificate = 19,
        Tabbed = 20, Lower = 21, Leave = 22, Modifier = 23, OwnDate = 24, Count = 25;


    private static readonly System.Buffers.SearchValues<char> Quotes = System.Buffers.SearchValues.Create("\"„“«»”");
    private const int ShortText = 22, LongText = 75, ManySeparators = 2;

    public static bool[] Of(TextLine line, string? language)
    {
        var text = line.Text;
        var tokens = Tokens.Of(text);
        var lexicon = EntryLexicon.For(language);
        var dates = DateRecognizer.FindAll(text, language);
        var separators = text.AsSpan().Count(',') + text.AsSpan().Count('|') + text.AsSpan().Count(';') + text.AsSpan().Count('•') + text.AsSpan().Count('·');
        var traits = new bool[Count];
        traits[Range] = dates.Any(d => !d.Range.IsSingle);
        traits[Date] = dates.Count > 0;
        traits[OwnDate] = dates.Count > 0 && DateSpots.Of(text, dates[0]) == DateSpot.OwnLine;
        traits[Title] = lexicon.Heads.AreIn(tokens);
        traits[Modifier] = lexicon.Modifiers.AreIn(tokens);
        traits[Degree] = lexicon.Degrees.AreIn(tokens);
        traits[School] = lexicon.SchoolWords.AreIn(tokens);
        traits[Organisation] = lexicon.OrganisationWords.AreIn(tokens) || lexicon.LegalForms.Found(text);
        traits[Field] = lexicon.FieldWords.AreIn(tokens);
        traits[Leave] = lexicon.Leaves.AreIn(tokens);
        traits[Language] = LanguageNames.Find(PhraseTable.TokensOf(text), language).Any();
        traits[Level] = LanguageLevels.Of(text, language) is not null;
        traits[Skill] = Items(text).Any(i => SkillLexicon.Find(i, language) is not null);
        traits[Certificate] = CertificateLexicon.Find(text) is not null;
        traits[Bullet] = line.Bullet is not null;
        traits[Short] = text.Length <= ShortText;
        traits[Long] = text.Length >= LongText;
        traits[Sentence] = text.EndsWith('.') && tokens.Count >= 5;
        traits[List] = separators >= ManySeparators;
        traits[Address] = text.Contains('@') || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.Contains("://", StringComparison.Ordinal);
        traits[Number] = text.Count(char.IsAsciiDigit) >= 7;
        traits[Label] = text.IndexOf(':') is > 1 and < 40;
        traits[Quoted] = text.AsSpan().ContainsAny(Quotes);
        traits[Tabbed] = text.Contains('\t');
        traits[Lower] = text.Length > 0 && char.IsLower(text[0]);
        return traits;
    }

    private static IEnumerable<string> Items(string text) => text.Split([',', ';', '|', '•', '·', '/', '\t', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8);
}
