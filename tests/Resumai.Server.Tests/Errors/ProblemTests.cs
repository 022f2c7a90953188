using Resumai.Server.Errors;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Errors;

public class ProblemTests
{
    [Fact]
    public async Task A_fault_of_ours_is_500_that_tells_nothing_but_the_request_id_and_is_logged_under_it()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync();
        app.Fault.FailsOn = "SELECT a.credits";

        var response = await account.Http.GetAsync("account");

        var body = await response.ShouldBeProblemAsync(500, "internal_error");
        var text = body.ToJsonString();
        text.ShouldNotContain("secret-detail");
        text.ShouldNotContain("SELECT");
        text.ShouldNotContain("Exception");
        app.Log.Text.ShouldContain(body["request_id"]!.GetValue<string>());
        app.Log.Text.ShouldContain("PlantedException");
        app.Fault.FailsOn = null;
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Unknown_paths_are_404_problems_in_the_api_and_beside_it()
    {
        await using var app = await ResumaiApp.StartAsync();

        await (await app.Anonymous().GetAsync("nowhere")).ShouldBeProblemAsync(404, "not_found");
        await (await app.Anonymous().GetAsync("/nowhere/at/all?x=1")).ShouldBeProblemAsync(404, "not_found");
    }

    [Fact]
    public async Task Another_method_is_405_with_Allow()
    {
        await using var app = await ResumaiApp.StartAsync();

        var response = await app.Anonymous().PostAsync("account", null);

        await response.ShouldBeProblemAsync(405, "method_not_allowed");
        response.Header("Allow").ShouldBe("GET, HEAD");
    }

    [Fact]
    public void Every_code_is_stable_in_form_and_used_once()
    {
        ApiErrors.All.Count.ShouldBeGreaterThan(25);
        ApiErrors.All.Select(e => e.Code).ShouldBeUnique();
        foreach (var error in ApiErrors.All)
        {
            error.Code.ShouldMatch("^[a-z]+(_[a-z]+)*$");
            error.Status.ShouldBeInRange(400, 599);
            error.Title.ShouldNotBeNullOrWhiteSpace();
            error.Sentence.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_documentation_has_a_row_for_every_code()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Resumai.slnx"))) folder = Path.GetDirectoryName(folder)!;
        var documentation = File.ReadAllText(Path.Combine(folder, "docs", "api.md"));

        foreach (var error in ApiErrors.All) documentation.ShouldContain($"| `{error.Code}` | {error.Status} | {error.Title} |");
    }

    [Fact]
    public async Task Every_response_has_another_request_id()
    {
        await using var app = await ResumaiApp.StartAsync();

        var ids = new List<string?>();
        foreach (var path in (string[])["/healthz", "account", "nowhere", "openapi.json"]) ids.Add((await app.Anonymous().GetAsync(path)).Header("X-Request-Id"));

        ids.ConvertAll(id => Guid.TryParse(id, out _)).ShouldAllBe(isId => isId);
        ids.ShouldBeUnique();
    }
}
