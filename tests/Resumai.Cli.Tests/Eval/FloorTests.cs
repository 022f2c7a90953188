using System.Text.Json.Nodes;
using Resumai.Cli.Eval;

namespace Resumai.Cli.Tests.Eval;

public class FloorTests
{
    private static readonly string FloorFile = Path.Combine(Repository.Root, "corpus", Floor.FileName);

    [Fact]
    public async Task The_parser_does_not_fall_below_the_floor_on_the_corpus()
    {
        var run = await CorpusRun.Once.Value;

        run.ExitCode.ShouldBe(0, $"{run.Error}\nA deliberate change rewrites the floor: ./resumai eval corpus/documents --write-floor\n{run.Output[..Math.Min(run.Output.Length, 4000)]}");
    }

    [Fact]
    public void The_floor_holds_every_figure_that_must_not_fall()
    {
        var floor = Floor.Read(FloorFile).ShouldNotBeNull();

        floor.Scores["core_macro_f1"].ShouldBeGreaterThan(0);
        floor.Scores["kind/digital-pdf"].ShouldBeGreaterThan(0);
        floor.Scores["kind/docx"].ShouldBeGreaterThan(0);
        floor.Scores.Keys.Count(k => k.StartsWith("language/", StringComparison.Ordinal)).ShouldBe(16);
        floor.Scores.Keys.ShouldContain("field/experience.title");
    }

    [Fact]
    public async Task A_figure_below_the_floor_is_named_and_exits_with_1()
    {
        using var folder = new TemporaryFolder();
        var floor = JsonNode.Parse("""{"as_of": "2026-11-23", "scores": {"core_macro_f1": 0.9, "field/skills": 0.9996, "kind/gone": 0.2}}""")!;
        folder.File(Floor.FileName, System.Text.Encoding.UTF8.GetBytes(floor.ToJsonString()));
        folder.File("a.expected.json", """{"contact": {"full_name": "A B"}, "skills": ["C#", "Go"]}"""u8);
        folder.File("a.json", """{"contact": {"full_name": "C D"}, "skills": ["C#", "Go"]}"""u8);
        var run = await Processes.Resumai("eval", folder.Path, "--actual", folder.Path, "--check-floor");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldBe(
        [
            "below the floor: core_macro_f1 fell from 0.9000 to 0.5000 (margin 0.0005)",
            "below the floor: kind/gone fell from 0.2000 to 0.0000 (margin 0.0005)",
        ]);
    }

    [Fact]
    public async Task Writing_the_floor_makes_the_same_figures_pass()
    {
        using var folder = new TemporaryFolder();
        folder.File("a.expected.json", """{"contact": {"full_name": "A B"}, "skills": ["C#", "Go", "Rust"]}"""u8);
        folder.File("a.json", """{"contact": {"full_name": "A B"}, "skills": ["C#"]}"""u8);
        (await Processes.Resumai("eval", folder.Path, "--actual", folder.Path, "--check-floor")).ExitCode.ShouldBe(2);
        (await Processes.Resumai("eval", folder.Path, "--actual", folder.Path, "--write-floor")).ExitCode.ShouldBe(0);

        (await Processes.Resumai("eval", folder.Path, "--actual", folder.Path, "--check-floor")).ExitCode.ShouldBe(0);
        Floor.Read(Path.Combine(folder.Path, Floor.FileName))!.Scores["field/skills"].ShouldBe(0.5);
    }
}
