using Resumai.Fields;
using Resumai.Fields.Awards;
using Resumai.Fields.Entries;
using Resumai.Fields.Interests;
using Resumai.Fields.Projects;
using Resumai.Fields.Publications;
using Resumai.Fields.References;
using Resumai.Fields.Volunteering;
using Resumai.Normalize.Phones;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class SmallFieldTests
{
    private static readonly ColumnEdges NoEdges = new([]);

    [Theory]
    [InlineData("en", "Volunteer Trainer, Riverside Rowing Club (2018 – 2021)", "Volunteer Trainer@Riverside Rowing Club 2018/2021")]
    [InlineData("en", "Riverside Rowing Club – Treasurer\t2018 – 2021", "Treasurer@Riverside Rowing Club 2018/2021")]
    [InlineData("de", "Trainerin beim Ruderverein Altstadt, seit 2019", "Trainerin@Ruderverein Altstadt 2019/")]
    [InlineData("de", "2015 – 2017\tKassenwart, Sportverein Neudorf", "Kassenwart@Sportverein Neudorf 2015/2017")]
    [InlineData("en", "Mentor | Code for Teens | Leeds | 2020", "Mentor@Code for Teens 2020/")]
    public void A_line_of_volunteering_gives_role_organisation_and_dates(string language, string line, string expected)
    {
        var draft = VolunteeringExtractor.Extract(Of(SectionKind.Volunteering, line), language, null, NoEdges).ShouldHaveSingleItem();
        $"{draft.Role?.Value}@{draft.Organization?.Value} {draft.Dates?.Value.Start}/{draft.Dates?.Value.End}".ShouldBe(expected);
    }

    [Fact]
    public void Volunteering_may_be_set_over_three_lines() =>
        VolunteeringExtractor.Extract(Of(SectionKind.Volunteering, "**Harbour Food Bank", "Board Member", "2018 – 2020", "**Northside School", "Reading Mentor", "2016"), "en", null, NoEdges)
            .Select(d => $"{d.Role?.Value}@{d.Organization?.Value} {d.Dates?.Value.Start}")
            .ShouldBe(["Board Member@Harbour Food Bank 2018", "Reading Mentor@Northside School 2016"]);

    [Fact]
    public void An_organisation_above_its_role_is_one_entry() =>
        VolunteeringExtractor.Extract(Of(SectionKind.Volunteering, "Harbour Rowing Club", "Treasurer", "2018 –", "present"), "en", null, NoEdges)
            .Select(d => $"{d.Role?.Value}@{d.Organization?.Value} {d.Dates?.Value.Start} {d.Dates?.Value.IsOpen}")
            .ShouldBe(["Treasurer@Harbour Rowing Club 2018 True"]);

    [Fact]
    public void Two_roles_without_organisations_stay_two() =>
        VolunteeringExtractor.Extract(Of(SectionKind.Volunteering, "Mentor", "Treasurer"), "en", null, NoEdges).Select(d => d.Role?.Value).ShouldBe(["Mentor", "Treasurer"]);

    [Fact]
    public void Awards_are_told_from_who_gives_them() =>
        AwardExtractor.Extract(Of(SectionKind.Awards, "• Best Paper – Nordic Transport Forum, 2019", "• Employee of the Year (2021)", "• Young Designer Prize, University of Example, 2015"), "en", null, NoEdges)
            .Select(d => $"{d.Title.Value}|{d.Issuer?.Value}|{d.Date?.Value.Start}")
            .ShouldBe(["Best Paper|Nordic Transport Forum|2019", "Employee of the Year||2021", "Young Designer Prize|University of Example|2015"]);

    [Fact]
    public void A_year_inside_an_awards_title_stays_there() =>
        AwardExtractor.Extract(Of(SectionKind.Awards, "Winner of the 2019 Robotics Cup"), "en", null, NoEdges)[0].Title.Value.ShouldBe("Winner of the 2019 Robotics Cup");

    [Fact]
    public void Projects_have_a_name_and_a_description()
    {
        var drafts = ProjectExtractor.Extract(
            Of(SectionKind.Projects, "**Tide Clock (2020)", "• Shows the tide of any harbour", "• 400 users", "**Seed Map", "• A map of community gardens, https://seeds.example/map"), "en", null, NoEdges);
        drafts.Select(d => d.Name.Value).ShouldBe(["Tide Clock", "Seed Map"]);
        drafts[0].Description!.Value.ShouldBe("Shows the tide of any harbour 400 users");
        drafts[0].Dates!.Value.Start!.Value.Year.ShouldBe(2020);
    }

    [Fact]
    public void A_project_on_one_line_is_cut_at_the_colon()
    {
        var draft = ProjectExtractor.Extract(Of(SectionKind.Projects, "Tide Clock: shows the tide of any harbour"), "en", null, NoEdges).ShouldHaveSingleItem();
        draft.Name.Value.ShouldBe("Tide Clock");
        draft.Description!.Value.ShouldBe("shows the tide of any harbour");
    }

    [Theory]
    [InlineData("Slow trains and fast towns. Journal of Invented Transport, 2018", "Slow trains and fast towns", "Journal of Invented Transport")]
    [InlineData("Muster, A., Example, B. (2019). Slow trains and fast towns. Journal of Invented Transport", "Slow trains and fast towns", "Journal of Invented Transport")]
    [InlineData("A. Muster: “Slow trains and fast towns”, Journal of Invented Transport, 2018", "Slow trains and fast towns", "Journal of Invented Transport")]
    [InlineData("Slow trains\tJournal of Invented Transport\t2018", "Slow trains", "Journal of Invented Transport")]
    [InlineData("Slow trains: a comparison of towns (2018)", "Slow trains: a comparison of towns", null)]
    public void Citations_give_title_and_venue(string line, string title, string? venue)
    {
        var draft = PublicationExtractor.Extract(Of(SectionKind.Publications, line), "en", null, NoEdges).ShouldHaveSingleItem();
        draft.Title.Value.ShouldBe(title);
        draft.Venue?.Value.ShouldBe(venue);
    }

    [Fact]
    public void Interests_are_listed_items_and_not_sentences()
    {
        Interests("Rowing, board games · cooking (Thai, Greek)").ShouldBe(["Rowing", "board games", "cooking (Thai, Greek)"]);
        Interests("• Chess", "• Trail running").ShouldBe(["Chess", "Trail running"]);
        Interests("When I am not at work I like being outside with my two dogs.").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "References available on request")]
    [InlineData("en", "Available Upon Request")]
    [InlineData("de", "Referenzen auf Anfrage")]
    [InlineData("fi", "Suosittelijat pyydettäessä")]
    public void References_on_request_are_none(string language, string line) =>
        ReferenceExtractor.Extract(Of(SectionKind.References, line), language, null, NoEdges, new NumberOrigins(["GB"], [])).ShouldBeEmpty();

    [Fact]
    public void A_reference_has_a_person_a_relation_and_ways_to_reach_them()
    {
        var drafts = ReferenceExtractor.Extract(
            Of(SectionKind.References, "**Dr Ada Muster, Head of Surgery, ada@clinic.example", "**Jan van der Example", "Team Lead", "jan@firm.example", "+44 20 7946 0018"), "en", null, NoEdges, new NumberOrigins(["GB"], []));
        drafts.Select(d => d.Name.Value).ShouldContain("Jan van der Example");
        drafts[^1].Relation!.Value.ShouldBe("Team Lead");
        drafts[^1].Email!.Value.ShouldBe("jan@firm.example");
        drafts[^1].Phone!.E164.ShouldBe("+442079460018");
    }

    [Fact]
    public void A_reference_on_one_line_is_cut_at_commas()
    {
        var draft = ReferenceExtractor.Extract(Of(SectionKind.References, "Dr Ada Muster, Head of Surgery, ada@clinic.example"), "en", null, NoEdges, new NumberOrigins(["GB"], [])).ShouldHaveSingleItem();
        draft.Name.Value.ShouldBe("Dr Ada Muster");
        draft.Relation!.Value.ShouldBe("Head of Surgery");
        draft.Email!.Value.ShouldBe("ada@clinic.example");
    }

    [Theory]
    [InlineData("[1] A study of rotas. Journal of Elsewhere, 2019", "A study of rotas", "Journal of Elsewhere")]
    [InlineData("A study of rotas (Journal of Elsewhere, 2019)", "A study of rotas", "Journal of Elsewhere")]
    [InlineData("2. Muster, A., Example, J. B.: A study of rotas. Journal of Elsewhere, 2019", "A study of rotas", "Journal of Elsewhere")]
    [InlineData("Muster, A. and Example, J. B. & Doe, C.: A study of rotas. Journal of Elsewhere, 2019", "A study of rotas", "Journal of Elsewhere")]
    public void A_citation_is_parted_whatever_stands_around_it(string line, string title, string venue)
    {
        var draft = PublicationExtractor.Extract(Of(SectionKind.Publications, line), "en", null, NoEdges).ShouldHaveSingleItem();
        draft.Title.Value.ShouldBe(title);
        draft.Venue!.Value.ShouldBe(venue);
    }

    [Fact]
    public void Many_authors_before_no_colon_are_not_read_in_every_way_there_is()
    {
        var authors = string.Join(" and ", Enumerable.Repeat("Muster, A. B.", 40));

        PublicationExtractor.Extract(Of(SectionKind.Publications, authors + " – A study of rotas, 2019"), "en", null, NoEdges).ShouldHaveSingleItem().Title.Value.ShouldBe("A study of rotas");
    }

    [Fact]
    public void An_organisation_below_a_role_belongs_to_it()
    {
        var draft = VolunteeringExtractor.Extract(Of(SectionKind.Volunteering, "Trainer", "Riverside Rovers"), "en", null, NoEdges).ShouldHaveSingleItem();
        draft.Role!.Value.ShouldBe("Trainer");
        draft.Organization!.Value.ShouldBe("Riverside Rovers");
    }

    [Theory]
    [InlineData("Gardener with twelve years of practice.", true)]
    [InlineData("Long Lane 12, Elsewhere.", false)]
    public void A_sentence_under_the_name_is_the_summary(string line, bool isSummary) =>
        (SummaryExtractor.Extract([Of(SectionKind.Top, "Ada Muster", line)]) is not null).ShouldBe(isSummary);

    private static string[] Interests(params string[] lines) => [.. InterestExtractor.Extract(Of(SectionKind.Interests, lines)).Select(f => f.Value)];

    private static Section Of(SectionKind kind, params string[] lines) => MadeUpSection.Of(kind, lines);
}
