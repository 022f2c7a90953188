using Resumai.Fields.Entries;
using Resumai.Fields.Experience;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class ExperienceTests
{
    [Fact]
    public void Date_in_the_margin_then_title_then_employer_and_town()
    {
        var found = Read("de", new MadeUpLines()
            .Line("08.2021 – heute\tSchichtleiterin Versand").Line("Musterlager GmbH & Co. KG, Celle", indent: 130).Bullet("Dienstplanung")
            .Line("09.2014 – 07.2021\tFachkraft für Lagerlogistik").Line("Nordkontor AG, Emden", indent: 130).Bullet("Inventur"));

        Shown(found).ShouldBe([
            "Schichtleiterin Versand | Musterlager GmbH & Co. KG | Celle | 2021-08–…",
            "Fachkraft für Lagerlogistik | Nordkontor AG | Emden | 2014-09–2021-07"]);
        found[0].Highlights.Single().Value.ShouldBe("Dienstplanung");
    }

    [Fact]
    public void Employer_first_date_at_the_right_edge_title_below()
    {
        var found = Read("en", new MadeUpLines()
            .Line("Northwind Traders Ltd\tMar 2019 – Present", bold: true).Line("Sales Manager", italic: true).Bullet("Led a team of six")
            .Line("Blue Yonder Partners\tJan 2015 – Feb 2019", bold: true).Line("Account Executive", italic: true).Bullet("Won forty customers"));

        Shown(found).ShouldBe(["Sales Manager | Northwind Traders Ltd |  | 2019-03–…", "Account Executive | Blue Yonder Partners |  | 2015-01–2019-02"]);
    }

    [Fact]
    public void Title_at_employer_with_the_date_in_brackets()
    {
        var found = Read("en", new MadeUpLines()
            .Line("Data Engineer at Fabrikam (2019 – 2021)", bold: true).Line("Moved the pipelines of four departments to one platform that they now share.")
            .Line("Analyst at Contoso Group (2016 – 2019)", bold: true).Line("Reported weekly on everything that the board of directors wanted to know."));

        Shown(found).ShouldBe(["Data Engineer | Fabrikam |  | 2019–2021", "Analyst | Contoso Group |  | 2016–2019"]);
        found[0].Description!.Value.ShouldStartWith("Moved the pipelines");
    }

    [Fact]
    public void Date_on_a_line_of_its_own_below_two_lines_of_head()
    {
        var found = Read("fr", new MadeUpLines()
            .Line("Maison Duval SARL", bold: true).Line("Responsable logistique").Line("janvier 2018 – aujourd’hui").Bullet("Gestion de trois entrepôts")
            .Line("Transports Morel SA", bold: true, gap: 0.8).Line("Assistante d’exploitation").Line("mars 2012 – décembre 2017").Bullet("Planification des tournées"));

        Shown(found).ShouldBe(["Responsable logistique | Maison Duval SARL |  | 2018-01–…", "Assistante d’exploitation | Transports Morel SA |  | 2012-03–2017-12"]);
    }

    [Fact]
    public void Posts_without_bullets_follow_each_other()
    {
        var found = Read("pl", new MadeUpLines()
            .Line("2019 – 2023").Line("Księgowa").Line("Kwiatkowski i Wspólnicy Sp. z o.o.")
            .Line("2014 – 2019").Line("Asystentka").Line("Biuro Rachunkowe Bilans"));

        Shown(found).ShouldBe(["Księgowa | Kwiatkowski i Wspólnicy Sp. z o.o. |  | 2019–2023", "Asystentka | Biuro Rachunkowe Bilans |  | 2014–2019"]);
    }

    [Fact]
    public void Promotions_repeat_the_employer_printed_once_above_them()
    {
        var found = Read("en", new MadeUpLines()
            .Line("Northwind Payments", bold: true, size: 12).Line("6 years")
            .Line("Senior Engineer").Line("Mar 2021 – Present").Bullet("Owns settlement")
            .Line("Engineer").Line("Jul 2018 – Feb 2021").Bullet("Built chargebacks")
            .Line("Fabrikam Logistics", bold: true, size: 12, gap: 1).Line("Graduate Developer").Line("Sep 2014 – Jun 2018").Bullet("Maintained stock software"));

        found.Select(e => e.Employer?.Value).ShouldBe(["Northwind Payments", "Northwind Payments", "Fabrikam Logistics"]);
        found.Select(e => e.Title?.Value).ShouldBe(["Senior Engineer", "Engineer", "Graduate Developer"]);
    }

    [Fact]
    public void A_leave_is_an_entry_without_employer()
    {
        var found = Read("de", new MadeUpLines()
            .Line("2021 – heute\tBuchhalterin").Line("Muster AG, Kassel", indent: 90)
            .Line("2019 – 2021\tElternzeit")
            .Line("2012 – 2019\tSachbearbeiterin").Line("Beispiel GmbH, Kassel", indent: 90));

        found[1].ShouldSatisfyAllConditions(e => e.Title?.Value.ShouldBe("Elternzeit"), e => e.Employer.ShouldBeNull(), e => e.IsLeave.ShouldBeTrue());
    }

    [Fact]
    public void One_line_entries_with_commas()
    {
        var found = Read("it", new MadeUpLines()
            .Line("2019 – oggi\tFarmacista, Ospedale San Biagio, Udine").Line("2013 – 2019\tCommessa, Ferramenta Bassi Srl, Trento").Line("2011 – 2013\tTirocinante, Comune di Asolo, Asolo"));

        Shown(found).ShouldBe(["Farmacista | Ospedale San Biagio | Udine | 2019–…", "Commessa | Ferramenta Bassi Srl | Trento | 2013–2019", "Tirocinante | Comune di Asolo | Asolo | 2011–2013"]);
    }

    [Fact]
    public void Labels_of_a_form_say_what_follows()
    {
        var found = Read("es", new MadeUpLines()
            .Line("Fechas\t02/2017 – actualidad").Line("Puesto\tEncargada").Line("Empresa\tLa Alondra, S.L.").Line("Funciones\tTurnos y pedidos")
            .Line("Fechas\t09/2012 – 01/2017").Line("Puesto\tDependienta").Line("Empresa\tEl Olivo").Line("Funciones\tAtención al público"));

        Shown(found).ShouldBe(["Encargada | La Alondra, S.L. |  | 2017-02–…", "Dependienta | El Olivo |  | 2012-09–2017-01"]);
    }

    [Fact]
    public void A_date_broken_over_two_lines_is_one_range()
    {
        var found = Read("de", new MadeUpLines()
            .Line("Teamleiterin", bold: true).Line("Muster Getriebe GmbH | März 2015 –").Line("Aug. 2018")
            .Line("Praktikantin", bold: true).Line("Beispiel Technik AG | Apr. 2012 –").Line("Mai 2014"));

        found.Select(e => e.Dates!.Value.End?.ToString()).ShouldBe(["2018-08", "2014-05"]);
    }

    [Fact]
    public void A_date_cut_at_its_hyphen_goes_on_in_the_next_line()
    {
        var lines = new MadeUpLines()
            .Line("Laborantka; Ana Vzorec; Radovljica; 06-2015 do", bold: true).Line("danes, 11 l. 1 m.").Line("Mlada raziskovalka; Inštitut Vzorec; Celje; 01-", bold: true, gap: 0.27).Line("2010 do 06-2015, 5 l. 6 m.")
            .Line("Asistentka; Inštitut Primer; Verje; 05-", bold: true, gap: 0.27).Line("2006 do 06-2009, 3 l. 2 m.").Bullet("Vodenje ekipe")
            .Line("Docentka; Inštitut Zgled; Verje; 1994 do 1999, 5 l. 1", bold: true, gap: 0.27).Line("m.");

        Read("sl", lines).Select(e => $"{e.Title?.Value} {e.Dates?.Value.Start}–{e.Dates?.Value.End}").ShouldBe(["Laborantka 2015-06–", "Mlada raziskovalka 2010-01–2015-06", "Asistentka 2006-05–2009-06", "Docentka 1994–1999"]);
    }

    [Fact]
    public void A_month_at_a_line_end_goes_with_the_year_below()
    {
        var found = Read("en", new MadeUpLines()
            .Line("Clerk | Harbour Trading Ltd | from December", bold: true).Line("2002 to May 2004")
            .Line("Porter | Lantern Inns Ltd | March 1999 – July", bold: true).Line("2001"));

        found.Select(e => $"{e.Dates?.Value.Start}–{e.Dates?.Value.End}").ShouldBe(["2002-12–2004-05", "1999-03–2001-07"]);
    }

    [Fact]
    public void A_dash_behind_the_only_date_leaves_it_open_where_other_dates_are_followed_by_none()
    {
        var open = Read("es", new MadeUpLines().Line("junio 2023- Gestora de cobros, Banco Ejemplo").Line("marzo 2020-mayo 2023 Administrativa contable, La Alondra, S.L."));
        var separated = Read("es", new MadeUpLines().Line("junio 2023 - Gestora de cobros, Banco Ejemplo").Line("marzo 2020–mayo 2023 - Administrativa contable, La Alondra, S.L."));

        open[0].Dates!.Value.IsOpen.ShouldBeTrue();
        separated[0].Dates!.Value.IsOpen.ShouldBeFalse();
        open[0].Title!.Value.ShouldBe("Gestora de cobros");
    }

    [Fact]
    public void The_ends_of_a_range_may_stand_in_cells_of_their_own()
    {
        var found = Read("en", new MadeUpLines()
            .Line("05/2019\tpresent\tStore Manager, Harbour Trading Ltd").Line("03/2015\t04/2019\tSales Assistant, Lantern Inns Ltd"));

        found.Select(e => $"{e.Dates?.Value.Start}–{(e.Dates?.Value.IsOpen == true ? "…" : e.Dates?.Value.End)}").ShouldBe(["2019-05–…", "2015-03–2019-04"]);
    }

    [Fact]
    public void A_range_with_its_duration_on_a_line_is_a_date()
    {
        var found = Read("nl", new MadeUpLines()
            .Line("Frontend developer", bold: true).Line("Voorbeeld Software B.V.").Line("2019–2021, 1 jaar 9 maanden")
            .Line("Data-analist", bold: true, gap: 0.8).Line("Muster N.V.").Line("2017–2018, 1 jaar 1 maand"));

        found.Select(e => $"{e.Title?.Value} {e.Dates?.Value.Start}–{e.Dates?.Value.End}").ShouldBe(["Frontend developer 2019–2021", "Data-analist 2017–2018"]);
    }

    [Fact]
    public void Running_text_without_dates_or_jobs_gives_no_posts() =>
        Read("en", new MadeUpLines().Line("I have done many things in my life and I am glad to tell you about each of them when we meet.").Line("Some of them took me far away from where I was born, and others kept me at home for years.")).ShouldBeEmpty();

    [Fact]
    public void Heads_of_a_centred_page_are_no_parts_of_the_list_items_above_them()
    {
        var lines = new MadeUpLines();
        foreach (var (text, bullet) in new (string, string?)[]
        {
            ("Assistant Restaurant Manager (03/2019 – 05/2022)", null), ("Tavern by the Mill, Leeds", null), ("Planning of shifts and of the orders of a week", "•"), ("Stock", "•"),
            ("Barista (01/2016 – 02/2019)", null), ("Corner Coffee Ltd, York", null), ("Training of seven", "•"),
            ("Waiter (05/2014 – 12/2015)", null), ("Harbour Hotel, Hull", null), ("Banquets", "•"),
        })
        {
            var width = text.Split(' ').Sum(w => w.Length * 10 * MadeUpLines.LetterWidth) + (text.Count(c => c == ' ') * 2.5);
            lines.Line(text, indent: 200 - (width / 2), bullet: bullet);
        }

        Read("en", lines).Select(e => e.Title?.Value).ShouldBe(["Assistant Restaurant Manager", "Barista", "Waiter"]);
    }

    [Fact]
    public void A_head_further_off_than_the_items_above_is_not_the_end_of_the_last_item()
    {
        var lines = new MadeUpLines()
            .Line("Full-Stack Developer — Kestrel Bank, Norway").Line("Aug 2023 - Present").Line("Owned the dashboard of the traders", bullet: "•").Line("Cut the latency between regions by two fifths with a new queue", bullet: "•")
            .Line("Python Developer Intern — Corvid Systems, Norway", gap: 0.25).Line("Jun 2022 - Aug 2022").Line("Moved an old service", bullet: "•");

        Shown(Read("en", lines)).ShouldBe(["Full-Stack Developer | Kestrel Bank | Norway | 2023-08–…", "Python Developer Intern | Corvid Systems | Norway | 2022-06–2022-08"]);
    }

    [Fact]
    public void A_team_behind_the_title_is_no_employer_below_the_one_that_all_share()
    {
        var lines = new MadeUpLines().Line("Northwind Corporation, Manchester", bold: true)
            .Line("Lead Developer, Web Platform\tAug 2024 - Present", indent: 14).Bullet("Led nine people").Bullet("Cut the waste")
            .Line("Senior Developer, Card Payments\tJul 2022 - Aug 2024", gap: 0.25, indent: 14).Bullet("Built the forms")
            .Line("Developer, Login Services\tAug 2020 - Jul 2022", gap: 0.25, indent: 14).Bullet("Built the pages");

        Shown(Read("en", lines)).ShouldBe([
            "Lead Developer, Web Platform | Northwind Corporation | Manchester | 2024-08–…", "Senior Developer, Card Payments | Northwind Corporation | Manchester | 2022-07–2024-08",
            "Developer, Login Services | Northwind Corporation | Manchester | 2020-08–2022-07"]);
    }

    [Fact]
    public void The_head_of_a_table_says_what_stands_below_it()
    {
        var lines = new MadeUpLines().Line("Period\tClient\tRole", bold: true).Line("01/2020 – 12/2022\tBright Harbour\tTest lead").Line("03/2017 – 12/2019\tLantern\tTester");

        Shown(Read("en", lines)).ShouldBe(["Test lead | Bright Harbour |  | 2020-01–2022-12", "Tester | Lantern |  | 2017-03–2019-12"]);
    }

    [Fact]
    public void A_head_wrapped_in_both_of_its_cells_is_one()
    {
        var lines = new MadeUpLines()
            .Line("Warden | The Lantern Trust\tMay 2023 - June", bold: true).Line("of Upper Wharfedale           \t2024", bold: true).Bullet("Tours")
            .Line("Guide | Harbour Boat Tours Ltd\tSep 2021 - Apr 2023", bold: true).Bullet("Night tours");
        var (first, second) = (lines.Lines[0].Segments().Last().Box, lines.Lines[1].Segments().Last().Box);
        first.Left.ShouldBe(second.Left, 3);

        Read("en", lines)[0].Dates!.Value.End!.ToString().ShouldBe("2024-06");
        Read("en", lines)[0].Employer!.Value.ShouldBe("The Lantern Trust of Upper Wharfedale");
    }

    private static IReadOnlyList<ExperienceDraft> Read(string language, MadeUpLines lines) => ExperienceExtractor.Extract(
        [new Section(SectionKind.Experience, null, lines.Lines)], language, null, new ColumnEdges(lines.Lines), text => PlaceEvidence.Share(text, language));

    private static IEnumerable<string> Shown(IReadOnlyList<ExperienceDraft> found) => found.Select(e =>
        $"{e.Title?.Value} | {e.Employer?.Value} | {e.Place?.Value} | {e.Dates?.Value.Start}–{(e.Dates?.Value.IsOpen == true ? "…" : e.Dates?.Value.End)}");
}
