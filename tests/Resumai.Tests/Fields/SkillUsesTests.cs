using Resumai.Fields;
using Resumai.Fields.Skills;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

public class SkillUsesTests
{
    [Fact]
    public void Running_text_shows_known_skills_once() =>
        In([], "Moved all of it to Kubernetes", "Kubernetes and PostgreSQL on call").ShouldBe(["Kubernetes", "PostgreSQL"]);

    [Fact]
    public void An_ordinary_word_is_no_skill_in_running_text() =>
        In(["Go"], "Helped the team to go live and to Go beyond", "Excel in every task").ShouldBeEmpty();

    [Fact]
    public void An_ordinary_word_that_the_CV_lists_is_a_skill_among_separators() => In(["Go"], "Stack: Go, Kafka").ShouldContain("Go");

    [Fact]
    public void A_listed_skill_that_no_lexicon_has_is_found_in_the_posts() => In(["Zorble tuning"], "Did Zorble tuning for two years").ShouldBe(["Zorble tuning"]);

    [Fact]
    public void A_word_in_small_letters_is_not_the_program_of_that_name() => In([], "Kept the cadence of releases").ShouldBeEmpty();

    private static string[] In(string[] listed, params string[] texts)
    {
        var lines = MadeUpSection.Of(SectionKind.Experience, texts).Lines;
        var skills = listed.Select(s => new SkillDraft(new Found<string>(s, 1, new TextSpan(lines[0], 0, 1))));
        return [.. new SkillUses(skills, "en").In(lines.Select(l => new Found<string>(l.Text, 1, l.Whole))).Select(u => u.Name.Value)];
    }
}
