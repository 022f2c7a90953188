using System.Text.Json.Nodes;

namespace Resumai.Bench.Load;

/// <summary>A data folder with its database. Servers on it are started and ended by parts; the folder goes with it.</summary>
internal sealed class Installation(Setup setup, string folder, string engine, IReadOnlyList<(string Key, string Value)> settings) : IAsyncDisposable
{
    private static readonly (string Key, string Value)[] HighLimits =
    [
        ("RateLimits:Free:PerMinute", "1000000"), ("RateLimits:Free:PerDay", "1000000000"),
        ("RateLimits:Paid:PerMinute", "1000000"), ("RateLimits:Paid:PerDay", "1000000000"),
    ];
    private int _accounts;

    public string Engine => engine;
    public string Folder => folder;
    public IReadOnlyList<(string Key, string Value)> Settings { get; } = [.. HighLimits, .. settings];

    /// <summary>A key of a new account.</summary>
    public async Task<string> AccountAsync(int credits = 10_000_000)
    {
        var email = $"load{++_accounts}@company.example";
        await AdminAsync("create-account", email, "--tier", "paid", "--credits", $"{credits}");
        return JsonNode.Parse(await AdminAsync("create-key", email))!["api_key"]!.GetValue<string>();
    }

    public Task<ServerProcess> ServeAsync(string role = "all", params (string Key, string Value)[] more) =>
        ServerProcess.StartAsync(setup.App, ["serve", "--role", role, "--urls", "http://127.0.0.1:0", "--data", folder], [.. Settings, .. more]);

    public ValueTask DisposeAsync()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<string> AdminAsync(string command, string email, params string[] options) =>
        Setup.RunAsync(setup.App, ["admin", command, "--email", email, .. options, "--data", folder], Settings);
}
