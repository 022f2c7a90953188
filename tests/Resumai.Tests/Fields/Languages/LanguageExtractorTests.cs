using Resumai.Fields.Languages;
using Resumai.Master;
using Resumai.Sections;

namespace Resumai.Tests.Fields.Languages;

public class LanguageExtractorTests
{
    [Theory]
    [InlineData("en", "English – C1", "en:C1")]
    [InlineData("en", "English (fluent)", "en:C1")]
    [InlineData("de", "Deutsch: Muttersprache", "de:native")]
    [InlineData("de", "Deutsch: Muttersprache | Englisch: verhandlungssicher | Spanisch: Grundkenntnisse", "de:native en:C1 es:A2")]
    [InlineData("en", "English C1, German B2, French A2", "en:C1 de:B2 fr:A2")]
    [InlineData("en", "English\tNative or bilingual proficiency", "en:native")]
    [InlineData("en", "Fluent English, basic French", "en:C1 fr:A2")]
    [InlineData("de", "Muttersprache: Deutsch, Bosnisch", "de:native bs:native")]
    [InlineData("en", "English, German, Polish", "en: de: pl:")]
    [InlineData("nb", "Norsk – morsmål", "no:native")]
    [InlineData("de", "Norwegisch (Bokmål) – B2", "nb:B2")]
    [InlineData("fr", "Anglais : courant (TOEIC 960)", "en:C1")]
    [InlineData("cs", "Anglický jazyk – pokročilý (B2)", "en:B2")]
    [InlineData("pl", "język angielski – bardzo dobry", "en:C1")]
    [InlineData("fi", "Englanti: erinomainen", "en:C1")]
    [InlineData("el", "Αγγλικά: Άριστα", "en:C2")]
    [InlineData("hu", "Angol – felsőfok", "en:C1")]
    [InlineData("ro", "Limba engleză: avansat", "en:C1")]
    [InlineData("es", "Inglés – nivel medio-alto", "en:B2")]
    [InlineData("pt", "Inglês\tAvançado", "en:C1")]
    [InlineData("it", "Ampezzano – madrelingua", ":native")]
    [InlineData("en", "French (Canadian French) – good", "fr:B2")]
    [InlineData("en", "Native (C2): English", "en:native")]
    [InlineData("en", "Good working knowledge of French", "fr:B2")]
    [InlineData("en", "Spanish: near-native", "es:C2")]
    public void A_line_gives_codes_and_levels(string language, string line, string expected) =>
        Told(language, line).ShouldBe(expected);

    [Fact]
    public void A_level_may_stand_under_its_name() => Told("de", "Deutsch", "Muttersprache", "Englisch", "C1", "Spanisch", "Grundkenntnisse").ShouldBe("de:native en:C1 es:A2");

    [Fact]
    public void A_row_of_levels_belongs_to_the_row_of_names_above() => Told("de", "Deutsch\tEnglisch\tSpanisch", "Muttersprache\tC1\tA2").ShouldBe("de:native en:C1 es:A2");

    [Fact]
    public void A_level_alone_heads_the_names_under_it() => Told("en", "Native", "Polish", "Fluent", "English, German").ShouldBe("pl:native en:C1 de:C1");

    [Fact]
    public void Drawn_levels_are_no_level()
    {
        var drafts = Read("en", "English ●●●●○", "French ★★☆☆☆");
        drafts.Select(d => (d.Code, d.Level, d.RawLevel)).ShouldBe([("en", null, null), ("fr", null, null)]);
    }

    [Fact]
    public void Name_and_raw_level_are_found_where_they_stand()
    {
        var draft = Read("de", "• Englisch – verhandlungssicher (C1)").ShouldHaveSingleItem();
        draft.Name.Value.ShouldBe("Englisch");
        draft.Name.Spans[0].Text.ShouldBe("Englisch");
        draft.RawLevel!.Value.ShouldBe("verhandlungssicher (C1)");
        draft.RawLevel.Spans[0].Start.ShouldBe(11);
    }

    [Fact]
    public void A_Europass_grid_gives_the_self_assessment()
    {
        var drafts = Read("en", "Mother tongue(s)\tPolish", "Other language(s)", "Listening\tReading\tSpoken interaction\tSpoken production\tWriting", "English\tC1\tC1\tB2\tB1\tB2");
        drafts.Select(d => $"{d.Code}:{d.Level}").ShouldBe(["pl:native", "en:B2"]);
        drafts[1].SelfAssessment.ShouldBe(new SelfAssessment("C1", "C1", "B1", "B2"));
    }

    [Fact]
    public void Skills_named_beside_their_levels_are_read_too()
    {
        var draft = Read("en", "GERMAN", "Listening B2 Reading C1 Writing B1 Spoken production B1 Spoken interaction B2").ShouldHaveSingleItem();
        draft.SelfAssessment.ShouldBe(new SelfAssessment("B2", "C1", "B1", "B1"));
    }

    [Fact]
    public void A_certificate_under_the_list_adds_no_language() =>
        Told("en", "English – native", "German – B2", "Goethe certificate in German, passed with distinction").ShouldBe("en:native de:B2");

    [Fact]
    public void A_list_that_a_line_breaks_inside_a_bracket_is_one() =>
        Told("en", "English (native), French (good", "command), Greek", "(intermediate), Czech (basic)").ShouldBe("en:native fr:B2 el:B1 cs:A2");

    [Fact]
    public void Lines_of_languages_and_levels_under_no_heading_are_languages()
    {
        var top = MadeUpSection.Of(SectionKind.Top, "A. Person", "Nationality: Greek", "Greek (native)", "English (C1)", "Likes to write in French");

        LanguageSections.Extract([top], "en").Select(d => d.Code).ShouldBe(["el", "en"]);
    }

    private static string Told(string language, params string[] lines) => string.Join(' ', Read(language, lines).Select(d => $"{d.Code}:{d.Level}"));

    private static IReadOnlyList<LanguageDraft> Read(string language, params string[] lines) =>
        LanguageExtractor.Extract(MadeUpSection.Of(SectionKind.Languages, lines), language);
}
