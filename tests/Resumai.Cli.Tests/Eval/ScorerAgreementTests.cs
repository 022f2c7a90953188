using System.Text.Json.Nodes;

namespace Resumai.Cli.Tests.Eval;

/// <summary>Our scorer and the reference scorer (tests/score.py, Python) give the same figures on the corpus.</summary>
public class ScorerAgreementTests
{
    /// <summary>Rounding only: the rules are the same, not similar.</summary>
    private const double Tolerance = 0.000001;

    [Fact]
    public async Task The_truths_themselves_score_one_in_both()
    {
        var ours = await Agree(Repository.Corpus);
        ((double)ours["core_macro_f1"]!).ShouldBe(1);
        ((double)ours["micro_f1"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(2, 0.2)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.9)]
    public async Task Damaged_records_score_the_same_in_both(int seed, double share)
    {
        using var records = new TemporaryFolder();
        var damage = new Damage(seed, share);
        foreach (var path in Directory.GetFiles(Repository.Corpus, "*.expected.json").Order(StringComparer.Ordinal))
        {
            var truth = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsObject();
            var name = Path.GetFileName(path).Replace(".expected.json", seed % 2 == 0 ? ".json" : ".actual.json");
            records.File(name, System.Text.Encoding.UTF8.GetBytes(damage.Of(truth).ToJsonString()));
        }
        var ours = await Agree(records.Path);
        ((double)ours["core_macro_f1"]!).ShouldBeInRange(0.02, 0.98, "the damage must be neither nothing nor everything");
    }

    [Fact]
    public async Task The_parsers_own_records_score_the_same_in_both()
    {
        var made = await CorpusRun.Once.Value;
        made.Output.ShouldStartWith("{", Case.Sensitive, made.Error);
        Same(JsonNode.Parse(made.Output)!, await Reference(CorpusRun.Records), "");
        await Agree(CorpusRun.Records);
    }

    [Fact]
    public async Task Records_that_are_missing_broken_or_empty_score_the_same_in_both()
    {
        using var records = new TemporaryFolder();
        string[] ids = [.. Directory.GetFiles(Repository.Corpus, "*.expected.json").Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f)[..^".expected.json".Length])];
        string[] contents = ["{}", "[]", "null", "{\"contact\": \"no object\"", "{\"contact\": \"no object\", \"experience\": {}, \"skills\": \"C#\"}", "\"text\"", "{\"data\": {\"contact\": {\"name\": \"A B\"}}}"];
        foreach (var (i, content) in contents.Index()) records.File(ids[i] + ".json", System.Text.Encoding.UTF8.GetBytes(content));
        await Agree(records.Path);
    }

    /// <returns>Our figures.</returns>
    private static async Task<JsonNode> Agree(string records)
    {
        var run = await Processes.Resumai("eval", Repository.Corpus, "--actual", records, "--json");
        run.ExitCode.ShouldBe(0, run.Error);
        var ours = JsonNode.Parse(run.Output)!;
        Same(ours, await Reference(records), "");
        return ours;
    }

    private static async Task<JsonNode> Reference(string records)
    {
        var run = await Processes.Run("python3", Path.Combine(Repository.Root, "tests", "score.py"), Repository.Corpus, records, "--json", "-");
        run.ExitCode.ShouldBe(0, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    /// <summary>Every key of the reference is in ours, with the same texts and, within the tolerance, the same numbers.</summary>
    private static void Same(JsonNode? ours, JsonNode? reference, string path)
    {
        switch (reference)
        {
            case JsonObject expected:
                var got = ours.ShouldBeOfType<JsonObject>(path);
                foreach (var (key, value) in expected) Same(got[key], value, $"{path}/{key}");
                if (path is not "" && !path.StartsWith("/by_", StringComparison.Ordinal)) got.Count.ShouldBe(expected.Count, path);
                break;
            case JsonArray expected:
                var items = ours.ShouldBeOfType<JsonArray>(path);
                items.Count.ShouldBe(expected.Count, path);
                for (var i = 0; i < expected.Count; i++) Same(items[i], expected[i], $"{path}/{i}");
                break;
            case JsonValue expected when expected.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                ours.ShouldNotBeNull(path);
                ((double)ours).ShouldBe((double)expected, Tolerance, path);
                break;
            default:
                ours?.ToJsonString().ShouldBe(reference?.ToJsonString(), path);
                break;
        }
    }
}
