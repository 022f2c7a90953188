using System.Text.Json.Nodes;

namespace Resumai.Cli.Tests.Eval;

public class EvalCommandTests
{
    [Fact]
    public async Task Formats_that_are_not_read_count_as_empty_records_and_are_named()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["da-ux--spaced.pdf", "da-ux--spaced.expected.json"]) File.Copy(Repository.Document(name), Path.Combine(folder.Path, name));
        File.Copy(Repository.Document("da-ux--spaced.expected.json"), Path.Combine(folder.Path, "da-ux--picture.expected.json"));
        folder.File("da-ux--picture.gif", "GIF89a"u8);
        var run = await Processes.Resumai("eval", folder.Path, "--json");

        run.ExitCode.ShouldBe(0, run.Error);
        var result = JsonNode.Parse(run.Output)!;
        ((string?)result["failed"]!["da-ux--picture"]).ShouldBe("unsupported_format");
        ((double)result["per_document"]!["da-ux--picture"]!["core_macro_f1"]!).ShouldBe(0);
        result["missing"]!.AsArray().Select(m => (string?)m).ShouldBe(["da-ux--picture"]);
        ((int)result["timings"]!["documents"]!).ShouldBe(1);
        ((double)result["timings"]!["median_ms"]!).ShouldBeGreaterThan(0);
        (await Processes.Resumai("eval", folder.Path, "--no-timings")).Output.ShouldContain("unsupported_format");
    }

    [Fact]
    public async Task The_table_shows_fields_groups_failures_and_the_kinds_that_count()
    {
        var run = await Processes.Resumai("eval", Repository.Corpus, "--only", "da-ux", "--no-timings", "--worst", "2");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        foreach (var part in (string[])["5 documents", "contact.full_name*", "by language", "by layout", "by kind", "worst documents", "core macro-F1 of digital-pdf", "core macro-F1 of docx"])
        {
            run.Output.ShouldContain(part);
        }
    }

    [Fact]
    public async Task Kept_records_score_as_they_did_when_they_were_made()
    {
        using var folder = new TemporaryFolder();
        var records = Path.Combine(folder.Path, "records");
        var parsed = await Processes.Resumai("eval", Repository.Corpus, "--only", "da-ux", "--no-timings", "--json", "--out", records);
        var stored = await Processes.Resumai("eval", Repository.Corpus, "--only", "da-ux", "--json", "--actual", records);

        Directory.GetFiles(records).Length.ShouldBe(5);
        JsonNode.DeepEquals(JsonNode.Parse(stored.Output)!["fields"], JsonNode.Parse(parsed.Output)!["fields"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Diff_shows_truth_and_record_of_one_document()
    {
        var run = await Processes.Resumai("eval", Repository.Corpus, "--diff", "da-ux--spaced");

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines[0].ShouldStartWith("da-ux--spaced  core macro-F1 ");
        run.OutputLines.ShouldContain("TRUTH");
        run.OutputLines.ShouldContain("RECORD");
    }

    [Theory]
    [InlineData("eval", "Required argument 'DIR' missing for command: 'eval'.")]
    [InlineData("eval no-such-folder", "There is no folder")]
    [InlineData("eval docs", "has no *.expected.json: there is nothing to score.")]
    [InlineData("eval corpus/documents --only zz", "that begins with zz")]
    [InlineData("eval corpus/documents --actual no-such-folder", "There is no folder")]
    [InlineData("eval corpus/documents --only da-ux --write-floor", "The floor is over all documents")]
    public async Task A_wrong_call_exits_with_2(string call, string sentence)
    {
        var run = await Processes.Resumai(call.Split(' '));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(sentence);
    }
}
