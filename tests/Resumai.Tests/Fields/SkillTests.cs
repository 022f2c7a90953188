using Resumai.Fields.Skills;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class SkillTests
{
    [Fact]
    public void Separators_cut_items_and_keep_names_with_signs_whole() =>
        Read("C#, C++, .NET · Node.js | CI/CD; PL/SQL").ShouldBe(["C#", "C++", ".NET", "Node.js", "CI/CD", "PL/SQL"]);

    [Fact]
    public void Brackets_stay_whole() => Read("Databases (SQL, Redis), Linux").ShouldBe(["Databases (SQL, Redis)", "Linux"]);

    [Fact]
    public void A_sentence_over_lines_lists_nothing() =>
        Read("^**Leadership", "Kept three shifts calm and", "on time; taught apprentices", "how a mould is cleaned.", "^**Tools", "Excel, SAP").ShouldBe(["Excel", "SAP"]);

    [Fact]
    public void Names_of_groups_are_no_skills() =>
        Read("Tools: Excel, SAP", "Methods: Scrum, Kanban").ShouldBe(["Excel", "SAP", "Scrum", "Kanban"]);

    [Fact]
    public void A_bold_line_above_its_items_is_a_group() =>
        Read("^**Kitchen", "Sauces", "Pastry", "^**Office", "Rostering", "Stocktaking").ShouldBe(["Sauces", "Pastry", "Rostering", "Stocktaking"]);

    [Fact]
    public void The_left_cell_of_a_table_is_a_group() =>
        Read("Tools\tExcel, SAP", "Methods\tScrum, Kanban").ShouldBe(["Excel", "SAP", "Scrum", "Kanban"]);

    [Fact]
    public void Bars_stars_percentages_and_level_words_are_stripped() =>
        Read("Excel ●●●○○", "Welding ★★★★☆", "AutoCAD 80 %", "SAP (advanced)").ShouldBe(["Excel", "Welding", "AutoCAD", "SAP"]);

    [Fact]
    public void A_wrapped_list_is_one_list() =>
        Read("Wound care, triage, patient", "education, first aid").ShouldBe(["Wound care", "triage", "patient education", "first aid"]);

    [Fact]
    public void A_sentence_is_no_skill() =>
        Read("I have always enjoyed working with people in difficult and changing surroundings.").ShouldBeEmpty();

    [Fact]
    public void A_word_that_names_a_group_is_one_without_a_colon() =>
        Read("Technical", "Welding", "Turning", "Personal", "Patience").ShouldBe(["Welding", "Turning", "Patience"]);

    [Fact]
    public void A_group_that_is_a_skill_too_stays() => Read("Networks, Databases, Testing").ShouldContain("Databases");

    [Fact]
    public void Languages_among_the_skills_are_none() => Read("Excel, German (B2), Portuguese, Word").ShouldBe(["Excel", "Word"]);

    [Fact]
    public void An_item_parted_at_the_end_of_its_line_is_one() =>
        Read("Project", "management", "Bookkeeping", "Stocktaking").ShouldBe(["Project management", "Bookkeeping", "Stocktaking"]);

    [Fact]
    public void Years_and_level_words_go_to_their_own_keys()
    {
        var skills = SkillExtractor.Extract(MadeUpSection.Of(SectionKind.Skills, "Excel (4 years), SAP (advanced), Bookkeeping"), "en");

        skills.Select(s => (s.Name.Value, s.Level?.Value, s.Years)).ShouldBe([("Excel", null, 4), ("SAP", "advanced", null), ("Bookkeeping", null, null)]);
    }

    [Fact]
    public void A_list_under_no_heading_is_one_of_skills_when_most_of_it_is_known()
    {
        var top = MadeUpSection.Of(SectionKind.Top, "A. Person", "Excel, Python, Docker, Kubernetes, PostgreSQL", "Born by the sea, fond of quiet");

        SkillSections.Of([top], "en").ShouldHaveSingleItem().Lines.ShouldHaveSingleItem().Text.ShouldStartWith("Excel");
    }

    [Fact]
    public void Where_skills_have_a_section_no_other_list_is_taken_for_one()
    {
        var skills = MadeUpSection.Of(SectionKind.Skills, "Welding");
        var top = MadeUpSection.Of(SectionKind.Top, "Excel, Python, Docker, Kubernetes, PostgreSQL");

        SkillSections.Of([top, skills], "en").ShouldBe([skills]);
    }

    private static string[] Read(params string[] lines) => [.. SkillExtractor.Extract(MadeUpSection.Of(SectionKind.Skills, lines), "en").Select(s => s.Name.Value)];
}
