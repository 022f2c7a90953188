using Resumai.Fields.Contact;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Sections;
using Resumai.Tests.Layout;

namespace Resumai.Tests.Fields;

public class PersonalDetailTests
{
    [Theory]
    [InlineData("en", "Dual nationality: French/Irish", "FR IE")]
    [InlineData("es", "Nacionalidad – española", "ES")]
    [InlineData("pl", "Obywatelstwo polskie", "PL")]
    [InlineData("fr", "Nationalités : suisse et française", "CH FR")]
    [InlineData("et", "Kodakondsus: Eesti", "EE")]
    public void A_citizenship_is_read_behind_its_label(string language, string line, string codes) => Nationalities(language, "+44 20 7946 0958", line).ShouldBe(codes);

    [Theory]
    [InlineData("pl", "ul. Leśna 3, 30-001 Kraków, Polska | 600 100 200 | polska", "PL")]
    [InlineData("et", "Pikk 4, 10123 Tallinn, Eesti | 5050 3923 | Eesti", "EE")]
    [InlineData("da", "linkedin.com/in/ada-lund / 2084 0535 / dansk", "DK")]
    [InlineData("pl", "ul. Leśna 3 | 30-001 Kraków | Polska", "")]
    [InlineData("en", "London | English | German | French", "")]
    [InlineData("en", "London | English", "")]
    public void A_people_alone_among_the_details_is_a_citizenship_but_for_countries_and_languages(string language, string line, string codes) =>
        Nationalities(language, line).ShouldBe(codes);

    [Fact]
    public void The_name_of_a_person_is_no_people() =>
        Read("en", new MadeUpLines().Line("Finn", size: 20).Line("Lund", size: 20).Line("finn.lund@inbox.example").Line("12 Mill Lane").Line("Leeds LS1 4AP").Line("020 7946 0018")).Nationalities.ShouldBeEmpty();

    [Fact]
    public void A_label_set_as_a_heading_has_its_value_below()
    {
        var top = new MadeUpLines().Line("Ada Lund", size: 20).Line("ada@inbox.example");
        var below = new MadeUpLines().Line("Nationaliteit", size: 14).Line("Nederlandse").Line("Rijbewijs B");
        var section = new Section(SectionKind.Other, new TextSpan(below.Lines[0], 0, below.Lines[0].Text.Length), [.. below.Lines.Skip(1)]);
        ContactExtractor.Extract(top.Document(), [new Section(SectionKind.Top, null, top.Lines), section], "nl", null).Nationalities.ShouldHaveSingleItem().Value.ShouldBe("NL");
    }

    [Theory]
    [InlineData("en", "Driving licence: B, BE", "B BE")]
    [InlineData("en", "Category B driving licence", "B")]
    [InlineData("de", "Führerscheinklassen: AM, B, C1E, T", "AM B C1E T")]
    [InlineData("de", "Führerschein Klasse B", "B")]
    [InlineData("fr", "Permis B", "B")]
    [InlineData("es", "Carnet de conducir tipo B1", "B1")]
    [InlineData("it", "Patente cat. B", "B")]
    [InlineData("pt", "Carta de condução: A2 e B", "A2 B")]
    [InlineData("nl", "Rijbewijs: B, CE", "B CE")]
    [InlineData("pl", "Prawo jazdy kat. B, C+E", "B C+E")]
    [InlineData("sv", "B-körkort", "B")]
    [InlineData("da", "Kørekort kategori B", "B")]
    [InlineData("nb", "Førerkort klasse B, D1", "B D1")]
    [InlineData("is", "Ökuréttindi: B", "B")]
    [InlineData("fi", "Ajokorttiluokka: B, D", "B D")]
    [InlineData("cs", "Řidičský průkaz skupiny B", "B")]
    [InlineData("sk", "Vodičský preukaz: B, D1E", "B D1E")]
    [InlineData("sl", "Vozniško dovoljenje kategorije B", "B")]
    [InlineData("hr", "Vozačka dozvola: A1, B", "A1 B")]
    [InlineData("bg", "Шофьорска книжка: В", "В")]
    [InlineData("uk", "Водійські права категорії В", "В")]
    [InlineData("el", "Δίπλωμα οδήγησης κατηγορίας Β", "Β")]
    [InlineData("ro", "Permis de conducere categoria B", "B")]
    [InlineData("hu", "B kategóriás jogosítvány", "B")]
    [InlineData("et", "B-kategooria juhiluba", "B")]
    [InlineData("lv", "Autovadītāja apliecība: B, C", "B C")]
    [InlineData("lt", "B kategorijos vairuotojo pažymėjimas", "B")]
    [InlineData("ga", "Ceadúnas tiomána: B", "B")]
    [InlineData("mt", "Liċenzja tas-sewqan: B", "B")]
    [InlineData("tr", "B sınıfı ehliyet", "B")]
    [InlineData("ca", "Permís de conduir: B", "B")]
    [InlineData("en", "Driving licence: yes", "")]
    public void The_classes_of_a_driving_licence_stand_behind_its_label_or_before(string language, string line, string classes) =>
        string.Join(' ', Read(language, new MadeUpLines().Line("Ada Lund", size: 20).Line("ada@inbox.example").Line(line)).DrivingLicences.Select(l => l.Value)).ShouldBe(classes);

    private static string Nationalities(string language, params string[] lines)
    {
        var made = new MadeUpLines().Line("Ada Lund", size: 20).Line("ada@inbox.example");
        foreach (var line in lines) made = made.Line(line);
        return string.Join(' ', Read(language, made).Nationalities.Select(n => n.Value));
    }

    private static ContactDraft Read(string language, MadeUpLines lines) =>
        ContactExtractor.Extract(lines.Document(), [new Section(SectionKind.Top, null, lines.Lines)], language, null);
}
