using Microsoft.EntityFrameworkCore;
using System.Text.Json.Nodes;

namespace Resumai.Server.Tests.Hosting;

public abstract class RoleTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : RoleTests(Engine.Sqlite);

    public sealed class OnPostgres() : RoleTests(Engine.Postgres);

    [Fact]
    public async Task One_process_takes_uploads_and_another_parses_them()
    {
        var data = Directory.CreateTempSubdirectory("resumai-roles-").FullName;
        var database = await Engine.CreateAsync();
        try
        {
            await using var looking = await ResumaiApp.LookAsync(data, database);
            var account = await looking.AccountAsync(credits: 5);
            await using var api = await ResumaiProcess.ServeAsync(data, [.. database, ("Role", "api")]);
            using var http = api.Client(account.Key);
            var id = await http.AcceptedAsync(Documents.Pdf());
            (await (await http.GetAsync($"files/assets/{id}/status?wait=2")).JsonAsync()).Text("status").ShouldBe("queued", "nobody parses");

            await using var worker = await ResumaiProcess.ServeAsync(data, [.. database, ("Role", "worker")]);

            (await http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
            (await worker.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
            using var refused = await worker.Client(account.Key).GetAsync("account");
            await refused.ShouldBeProblemAsync(404, "not_found");
            Processes.ChildrenOf(api.Id).ShouldBeEmpty("it has no parse host");
        }
        finally
        {
            await Engine.DropAsync(database);
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task A_role_that_is_none_is_named()
    {
        var (exit, output, error) = await ResumaiProcess.RunAsync(["serve", "--role", "boss"]);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("--role must be one of all, api, worker.");
    }
}
