using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class SkillLexiconTests
{
    [Theory]
    [InlineData("k8s", null, "Kubernetes", "tool")]
    [InlineData("Golang", "en", "Go", "technical")]
    [InlineData("Teamfähigkeit", "de", "Teamwork", "soft")]
    [InlineData("Atención al cliente", "es", "Customer service", "technical")]
    [InlineData("Prawo jazdy kat. B", "pl", "Driving licence B", "language_independent")]
    [InlineData("MS-Excel", "de", "Excel", "tool")]
    [InlineData("Wundversorgung", "de", "Wound care", "technical")]
    [InlineData("Svařování", "cs", "Welding", "technical")]
    public void An_alias_leads_to_the_name_of_its_skill(string text, string? language, string name, string type)
    {
        var skill = SkillLexicon.Find(text, language).ShouldNotBeNull();
        (skill.Name, skill.Type).ShouldBe((name, type));
    }

    [Theory]
    [InlineData("Go")]
    [InlineData("R")]
    [InlineData("C")]
    [InlineData("Swift")]
    [InlineData("Access")]
    public void A_skill_that_is_an_ordinary_word_too_is_doubtful(string text) => SkillLexicon.Find(text).ShouldNotBeNull().IsDoubtful.ShouldBeTrue();

    [Fact]
    public void Running_text_names_whole_skills_and_no_doubtful_words()
    {
        const string Text = "We go on to access services written in C#, ASP.NET Core and Node.js, deployed with GitHub Actions.";
        SkillLexicon.Mentions(Text, "en").Select(m => Text.Substring(m.Start, m.Length)).ShouldBe(["C#", "ASP.NET Core", "Node.js", "GitHub Actions"]);
    }

    [Fact]
    public void The_table_was_compiled_from_the_authored_lists_as_they_are()
    {
        var missing = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "tools/knowledge/sources"), "skills-*.tsv"))
        {
            foreach (var line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
            {
                var names = line.Split('\t')[1].Split("; ").Select(e => e.Split('|')[0].TrimStart('?'));
                missing.AddRange(names.Where(n => SkillLexicon.Find(n) is null));
            }
        }
        missing.ShouldBeEmpty();
    }
}
