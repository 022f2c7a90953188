using Resumai.Fields.Contact;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class ContactTests
{
    [Fact]
    public void Name_headline_and_details_of_one_line_are_told_apart()
    {
        var contact = Read("en", new MadeUpLines()
            .Line("MAREIKE VAN DER WEIDE, MSC", bold: true, size: 22)
            .Line("Clinical data manager", size: 12)
            .Line("14 Mill Lane, Leeds LS1 4AP | 020 7946 0018 | mareike.weide@inbox.example | linkedin.com/in/mareike-weide"));

        contact.FullName!.Value.ShouldBe("Mareike van der Weide, MSC");
        contact.Headline!.Value.ShouldBe("Clinical data manager");
        contact.Emails.ShouldHaveSingleItem().Value.ShouldBe("mareike.weide@inbox.example");
        contact.Phones.ShouldHaveSingleItem().E164.ShouldBe("+442079460018");
        contact.Links.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Url.Value.ShouldBe("https://linkedin.com/in/mareike-weide"), l => l.Type.ShouldBe("linkedin"));
        contact.Address!.City!.Value.ShouldBe("Leeds");
        contact.Address.PostalCode!.Value.ShouldBe("LS1 4AP");
        contact.Address.CountryCode.ShouldBe("GB");
        contact.Address.Street!.Value.ShouldBe("14 Mill Lane");
    }

    [Theory]
    [InlineData("Vilma Torst-|Ekdal", "Vilma Torst-Ekdal")]
    [InlineData("Bruno Castan-|Perral – Maître de conférences", "Bruno Castan-Perral")]
    [InlineData("Gordon T. Haskel, Lift Service Technician|+44 20 7946 0018", "Gordon T. Haskel")]
    [InlineData("Anna Berg, PhD|+44 20 7946 0018", "Anna Berg, PhD")]
    public void A_name_is_read_to_its_end_and_no_further(string lines, string name)
    {
        var made = new MadeUpLines();
        foreach (var line in lines.Split('|')) made.Line(line, size: 20);

        Read("en", made.Line("14 Mill Lane, Leeds LS1 4AP").Line("Some text in plain type")).FullName?.Value.ShouldBe(name);
    }

    [Fact]
    public void The_handle_of_a_profile_is_no_part_of_the_address_below_it() =>
        Read("pt", new MadeUpLines().Line("Olinda Maced", size: 20).Line("www.linkedin.com/in/olindamaced").Line("olinda44@hog.example")).Emails.ShouldHaveSingleItem().Value.ShouldBe("olinda44@hog.example");

    [Theory]
    [InlineData("Tel. Nr. 0171 3920456")]
    [InlineData("Mobile no: 0171 3920456")]
    public void A_number_behind_the_word_for_number_is_a_telephone_number(string line) =>
        Read("de", new MadeUpLines().Line("Ada Example", size: 20).Line(line)).Phones.ShouldHaveSingleItem().E164.ShouldBe("+491713920456");

    [Theory]
    [InlineData("da", "2050.1234 33 55 51 12", "+4520501234", "+4533555112")]
    [InlineData("lt", "8 621-16200 8 523 92500", "+37062116200", "+37052392500")]
    public void Two_numbers_with_a_space_between_them_are_two(string language, string line, string first, string second) =>
        Read(language, new MadeUpLines().Line("Ada Example", size: 20).Line(line)).Phones.Select(p => p.E164).ShouldBe([first, second]);

    [Theory]
    [InlineData("pt", "24043-655 / 0055 31 99123 4567", "+5531991234567")]
    [InlineData("en", "New York City, NY 76686 / 617-555-0162", "+16175550162")]
    [InlineData("mt", "THW 0566 79-123456", "+35679123456")]
    [InlineData("nl", "T06-13281234", "+31613281234")]
    public void A_number_is_found_behind_a_postal_code_or_a_letter_that_it_runs_on_from(string language, string line, string number) =>
        Read(language, new MadeUpLines().Line("Ada Example", size: 20).Line(line)).Phones.ShouldHaveSingleItem().E164.ShouldBe(number);

    [Theory]
    [InlineData("Viale 21a, Italia\t+39 060-", "1091234\tada@inbox.example", "+39 060-1091234", "+390601091234")]
    [InlineData("ada@inbox.example\t+35191", "439 1234", "+35191 439 1234", "+351914391234")]
    public void A_number_that_a_line_end_cuts_is_one(string first, string second, string raw, string number)
    {
        var phone = Read("it", new MadeUpLines().Line("Ada Example", size: 20).Line(first).Line(second)).Phones.ShouldHaveSingleItem();

        phone.Raw.Value.ShouldBe(raw);
        phone.E164.ShouldBe(number);
    }

    [Fact]
    public void Where_no_country_is_printed_the_places_of_the_document_tell_whose_numbers_they_are()
    {
        var (top, below) = (new MadeUpLines().Line("Ada Example", size: 20).Line("0664 123456"), new MadeUpLines().Line("Koch\tWien").Line("Kellner\tGraz, Österreich"));
        var document = new ArrangedDocument([.. top.Document().Blocks, .. below.Document().Blocks], top.Document().Source);
        ContactExtractor.Extract(document, [new Section(SectionKind.Top, null, top.Lines), new Section(SectionKind.Experience, null, below.Lines)], "de", null)
            .Phones.ShouldHaveSingleItem().E164.ShouldBe("+43664123456");
    }

    [Fact]
    public void The_country_in_the_last_line_of_an_address_tells_whose_numbers_are_printed()
    {
        var contact = Read("nl", new MadeUpLines().Line("Ada Example", size: 20).Line("Singel 5, 1528 Berg,").Line("België").Line("0470/755 000"));

        contact.Address!.CountryCode.ShouldBe("BE");
        contact.Phones.ShouldHaveSingleItem().E164.ShouldBe("+32470755000");
    }

    [Theory]
    [InlineData(SectionKind.Education, "+4920501234")]
    [InlineData(SectionKind.References, null)]
    public void A_number_that_fills_a_line_elsewhere_is_the_only_one_except_among_references(SectionKind kind, string? number)
    {
        var (top, below) = (new MadeUpLines().Line("Ada Example", size: 20).Line("ada@inbox.example"), new MadeUpLines().Line("+49 2050 1234"));
        var contact = ContactExtractor.Extract(top.Document(), [new Section(SectionKind.Top, null, top.Lines), new Section(kind, null, below.Lines)], "de", null);

        contact.Phones.SingleOrDefault()?.E164.ShouldBe(number);
        contact.Phones.Count.ShouldBe(number is null ? 0 : 1);
    }

    [Fact]
    public void Digits_of_a_telephone_number_are_no_postal_code_of_the_line_below() =>
        Read("en", new MadeUpLines().Line("Ada Example", size: 20).Line("087 912 3456").Line("LinkedIn")).Address.ShouldBeNull();

    [Theory]
    [InlineData("da", "ID 31635083 · 17.05.2026")]
    [InlineData("pt", "Rua do Moinho, 12, São Paulo – SP, 05435-000")]
    public void Numbers_of_something_else_are_no_telephone_numbers(string language, string line) =>
        Read(language, new MadeUpLines().Line("Ada Example", size: 20).Line(line)).Phones.ShouldBeEmpty();

    [Theory]
    [InlineData("de", "Lindenweg 3, 48147 Münster", "Münster", "48147", "DE")]
    [InlineData("en", "913 Beechwood Rd, Columbus, OH 43213", "Columbus", "43213", "US")]
    [InlineData("pt", "Rua do Ouro 12, 1200-123 Lisboa", "Lisboa", "1200-123", "PT")]
    [InlineData("nl", "Singel 5, 1012 AB Amsterdam", "Amsterdam", "1012 AB", "NL")]
    [InlineData("pl", "ul. Długa 7, 00-123 Warszawa", "Warszawa", "00-123", "PL")]
    [InlineData("cs", "Lidická 11, 602 00 Brno", "Brno", "602 00", "CZ")]
    [InlineData("el", "Ερμού 45, 546 24 Θεσσαλονίκη", "Θεσσαλονίκη", "546 24", "GR")]
    [InlineData("hu", "1111 Budapest, Fő utca 58.", "Budapest", "1111", "HU")]
    [InlineData("en", "8 Quay Street, Cork, T12 X8N4, Ireland", "Cork", "T12 X8N4", "IE")]
    [InlineData("ga", "T12 X8N4 Corcaigh", "Corcaigh", "T12 X8N4", "IE")]
    [InlineData("lv", "Jūras iela 3, Ventspils, LV-3601", "Ventspils", "LV-3601", "LV")]
    [InlineData("lt", "Pušų g. 5, LT-44280 Kaunas, Lietuva", "Kaunas", "LT-44280", "LT")]
    [InlineData("mt", "12, Triq il-Port, Tas-Sliema SLM 1234", "Tas-Sliema", "SLM 1234", "MT")]
    [InlineData("hu", "Szeged 6720, HU", "Szeged", "6720", "HU")]
    [InlineData("nl", "Singel 5, 5211 ET 's-Hertogenbosch", "'s-Hertogenbosch", "5211 ET", "NL")]
    [InlineData("el", "A 546 24 Θεσσαλονίκη, T +30 2310 555 010, E ada@mail.example", "Θεσσαλονίκη", "546 24", "GR")]
    public void Addresses_are_read_in_the_form_of_each_country(string language, string line, string city, string code, string country)
    {
        var address = Read(language, new MadeUpLines().Line("Ada Example", size: 20).Line(line).Line("ada@inbox.example")).Address.ShouldNotBeNull();
        address.City!.Value.ShouldBe(city);
        address.PostalCode!.Value.ShouldBe(code);
        address.CountryCode.ShouldBe(country);
    }

    [Theory]
    [InlineData("Boston, MA", "Boston", "US")]
    [InlineData("Portland, OR", "Portland", "US")]
    [InlineData("Birmingham", "Birmingham", "GB")]
    public void A_city_that_several_countries_have_is_an_address_and_no_headline(string line, string city, string country)
    {
        var contact = Read("en", new MadeUpLines().Line("Ada Example", size: 20).Line(line).Line("ada@inbox.example"));
        contact.Headline.ShouldBeNull();
        contact.Address.ShouldNotBeNull().City!.Value.ShouldBe(city);
        contact.Address.CountryCode.ShouldBe(country);
    }

    [Fact]
    public void An_address_cut_between_its_code_and_its_city_is_read_whole()
    {
        var address = Read("fi", new MadeUpLines().Line("Ada Example", size: 20).Line("Satamakatu 8, 33200").Line("Tampere, Suomi").Line("ada@inbox.example")).Address.ShouldNotBeNull();
        address.PostalCode!.Value.ShouldBe("33200");
        address.City!.Value.ShouldBe("Tampere");
        address.Street!.Value.ShouldBe("Satamakatu 8");
    }

    [Theory]
    [InlineData("de", "Hintermoosbach ◆ +49 171 7580 666 ◆ ada@inbox.example", "Hintermoosbach")]
    [InlineData("sk", "Vyšná Doľana, Slovensko | +421 911 266 873 | ada@inbox.example", "Vyšná Doľana")]
    [InlineData("sv", "Lillebyn, Sverige +46 70 260 52 76 ada@inbox.example", "Lillebyn")]
    [InlineData("it", "⌂ Borgofermo", "Borgofermo")]
    public void A_small_town_is_told_by_what_stands_around_it(string language, string line, string city) =>
        Read(language, new MadeUpLines().Line("Ada Example", size: 20).Line(line).Line("ada@inbox.example")).Address.ShouldNotBeNull().City!.Value.ShouldBe(city);

    [Fact]
    public void A_nationality_or_post_among_details_is_no_town()
    {
        Read("de", new MadeUpLines().Line("Ada Example", size: 20).Line("Krankenpflegerin | +49 171 7580 666 | ada@inbox.example | polnisch")).Address.ShouldBeNull();
    }

    [Fact]
    public void An_email_broken_at_a_hyphen_keeps_its_beginning() =>
        Read("en", new MadeUpLines().Line("Ada Example", size: 20).Line("ada-").Line("example@inbox.example")).Emails.ShouldHaveSingleItem().Value.ShouldBe("ada-example@inbox.example");

    [Fact]
    public void A_host_printed_as_a_name_is_no_link() =>
        Read("en", new MadeUpLines().Line("Ada Example", size: 20).Line("Scrum.org, M.Sc").Line("ada@inbox.example")).Links.ShouldBeEmpty();

    [Fact]
    public void An_address_cut_at_the_edge_of_a_narrow_column_is_mended()
    {
        var contact = Read("de", new MadeUpLines().Line("Jo Grün", size: 20).Line("jo.gruen@post-haus-").Line("nord.example").Line("+49 171 3920118"));
        contact.Emails.ShouldHaveSingleItem().Value.ShouldBe("jo.gruen@post-haus-nord.example");
        contact.Links.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_cut_before_its_at_sign_is_mended_and_a_handle_above_a_whole_one_is_none_of_it()
    {
        Read("de", new MadeUpLines().Line("Jo Grün", size: 20).Line("jo.gruen").Line("@post-haus.example")).Emails.ShouldHaveSingleItem().Value.ShouldBe("jo.gruen@post-haus.example");
        Read("lv", new MadeUpLines().Line("Jo Grün", size: 20).Line("Daugavpils, LV-1220").Line("jo_gruen@post-haus.example")).Emails.ShouldHaveSingleItem().Value.ShouldBe("jo_gruen@post-haus.example");
        Read("de", new MadeUpLines().Line("Jo Grün", size: 20).Line("jo-gruen").Line("gruen.jo@post-haus.example")).Emails.ShouldHaveSingleItem().Value.ShouldBe("gruen.jo@post-haus.example");
    }

    [Fact]
    public void Labelled_details_are_read_by_their_labels()
    {
        var contact = Read("de", new MadeUpLines().Line("Ada Muster", size: 20).Line("Geburtsdatum:\t12.05.1984").Line("Staatsangehörigkeit: deutsch / polnisch").Line("Führerschein: B, BE").Line("ada@inbox.example"));
        contact.DateOfBirth!.Value.ShouldBe("1984-05-12");
        contact.Nationalities.Select(n => n.Value).ShouldBe(["DE", "PL"]);
        contact.DrivingLicences.Select(l => l.Value).ShouldBe(["B", "BE"]);
    }

    [Theory]
    [InlineData("de", "Name\tMuster", "Vorname\tMax", "Max Muster")]
    [InlineData("fr", "Prénom : Zoé", "Nom : Lemoine", "Zoé Lemoine")]
    [InlineData("it", "Nome\tAda", "Cognome\tBianchini", "Ada Bianchini")]
    [InlineData("en", "Name: Ada Lund", "First name: Ada", "Ada Lund")]
    [InlineData("pl", "Imię i nazwisko: Ada Lipska", "Telefon: 600 100 200", "Ada Lipska")]
    public void A_name_in_parts_behind_labels_is_put_together(string language, string first, string second, string name) =>
        Read(language, new MadeUpLines().Line(first).Line(second).Line("ada@inbox.example")).FullName!.Value.ShouldBe(name);

    [Fact]
    public void What_a_document_calls_itself_is_no_name() =>
        Read("en", new MadeUpLines().Line("Chronological Resume Template", size: 20).Line("Ada Lund", size: 12).Line("ada.lund@inbox.example")).FullName!.Value.ShouldBe("Ada Lund");

    [Theory]
    [InlineData("What drives me?")]
    [InlineData("Someone who has written down in one long sentence what can be said of")]
    public void A_question_or_sentence_is_no_headline(string line) =>
        Read("en", new MadeUpLines().Line("Ada Lund", size: 20).Line(line).Line("many people, and who means it.").Line("ada.lund@inbox.example")).Headline.ShouldBeNull();

    [Fact]
    public void Headings_labels_and_job_titles_are_no_names()
    {
        var contact = Read("en", new MadeUpLines().Line("Curriculum Vitae", size: 24).Line("Ngozi Adeyemi-Holm", size: 18).Line("Project Manager").Line("ngozi.adeyemi@inbox.example"));
        contact.FullName!.Value.ShouldBe("Ngozi Adeyemi-Holm");
        contact.Headline!.Value.ShouldBe("Project Manager");
    }

    [Theory]
    [InlineData("Dr.-Ing. Ada Lund", "en", "Dr.-Ing.", "Ada", "Lund")]
    [InlineData("Jan van der Berg", "nl", null, "Jan", "van der Berg")]
    [InlineData("Nagy Dóra Boglárka", "hu", null, "Dóra Boglárka", "Nagy")]
    public void A_name_has_parts(string name, string language, string? honorific, string given, string family) =>
        NameCase.Split(name, language).ShouldBe(new NameParts(honorific, given, family));

    private static ContactDraft Read(string language, MadeUpLines lines)
    {
        ArrangedDocument document = lines.Document();
        return ContactExtractor.Extract(document, [new Section(SectionKind.Top, null, lines.Lines)], language, null);
    }
}
