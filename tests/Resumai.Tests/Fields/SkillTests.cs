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

    private static string[] Read(params string[] lines) => [.. SkillExtractor.Extract(MadeUpSection.Of(SectionKind.Skills, lines), "en").Select(s => s.Value)];
}
