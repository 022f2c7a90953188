using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Resumai.Server.Tests.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("resumai-start-").FullName;

    [Fact]
    public async Task An_address_that_is_taken_is_named_in_one_sentence_and_nothing_stays_behind()
    {
        await using var first = await ResumaiProcess.ServeAsync(_data);
        var address = first.Address.GetLeftPart(UriPartial.Authority);

        var (exit, output, error) = await ResumaiProcess.RunAsync(["serve", "--urls", address, "--data", _data], ("RESUMAI_LOGS__LEVEL", "Warning"));

        exit.ShouldBe(2, error);
        output.ShouldBeEmpty();
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["The settings are not valid:", $"  Urls: {address} cannot be listened on (Address already in use)"]);
        (await first.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("admin")]
    public async Task A_data_folder_that_is_a_file_is_named_in_one_sentence(string verb)
    {
        var file = Path.Combine(_data, "taken");
        await File.WriteAllTextAsync(file, "x");

        await RefusedAsync(verb, file);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("admin")]
    public async Task A_database_that_is_none_is_named_in_one_sentence(string verb)
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "resumai.db"), string.Concat(Enumerable.Repeat("This is no database. ", 500)));

        await RefusedAsync(verb, _data);
    }

    [Fact]
    public async Task A_sandbox_that_is_required_and_not_there_is_named_with_what_to_do_about_it()
    {
        var (exit, output, error) = await ResumaiProcess.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--data", _data],
            ("RESUMAI_SANDBOX__REQUIRED", "true"), ("RESUMAI_SANDBOX__LEVEL", "none"), ("RESUMAI_LOGS__LEVEL", "Error"));

        exit.ShouldBe(2, error);
        output.ShouldBeEmpty();
        error.ShouldContain("Sandbox:Required: parse hosts must be kept from the network and from files, but all that keeps them here is 'none'. Install bubblewrap");
    }

    [Theory]
    [InlineData("bubblewrap", "bubblewrap")]
    [InlineData("seccomp+landlock", "seccomp+landlock")]
    [InlineData("none", "none")]
    public async Task Readiness_and_the_log_say_what_confines_parse_hosts(string wanted, string found)
    {
        var text = ("Logs:Format", "text");
        var settings = wanted == "none" ? [("Sandbox:Level", wanted), text] : new[] { ("Sandbox:Level", wanted), ("Sandbox:Required", "true"), text };
        await using var server = await ResumaiProcess.ServeAsync(_data, settings);

        string? level = null;
        await Eventually.TrueAsync(async () => (level = (await server.Client().GetFromJsonAsync<JsonNode>("/readyz"))!["sandbox"]?.GetValue<string>()) is not null);

        level.ShouldBe(found);
        server.Log.ShouldContain($"sandbox: {found}");
    }

    [Theory]
    [InlineData("postgresql", "Host=127.0.0.1;Port=1;Database=x;Username=x", "Database: PostgreSQL cannot be used (")]
    [InlineData("postgresql", "", "Database:Connection: must name the server: Host=…;Database=…;Username=…;Password=…")]
    [InlineData("postgresql", "postgres://secret", "Database:Connection: must be like Host=…;Port=5432;Database=…;Username=…;Password=…")]
    [InlineData("sqlite", "Host=db", "Database:Connection: is for Database:Engine postgresql only; sqlite lies in the data folder")]
    [InlineData("oracle", "", "Database:Engine: must be one of sqlite, postgresql")]
    public async Task A_database_that_cannot_be_used_is_named_in_one_sentence_that_keeps_the_password(string engine, string connection, string sentence)
    {
        foreach (var call in (string[][])[["serve", "--urls", "http://127.0.0.1:0"], ["admin", "list-keys", "--email", "a@firma.example"]])
        {
            var (exit, output, error) = await ResumaiProcess.RunAsync([.. call, "--data", _data], ("RESUMAI_DATABASE__ENGINE", engine), ("RESUMAI_DATABASE__CONNECTION", connection));

            exit.ShouldBe(2, error);
            output.ShouldBeEmpty();
            error.ShouldNotContain("secret");
            var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(2, error);
            lines[1].ShouldStartWith($"  {sentence}");
        }
    }

    [Fact]
    public async Task Settings_of_an_object_store_that_do_not_go_together_are_named()
    {
        var (exit, _, error) = await ResumaiProcess.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--data", _data],
            ("RESUMAI_FILES__ENGINE", "s3"), ("RESUMAI_FILES__ACCESSKEY", "a"), ("RESUMAI_FILES__ENDPOINT", "nowhere"), ("RESUMAI_FILES__ENCRYPTION", "rot13"));

        exit.ShouldBe(2, error);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "The settings are not valid:",
            "  Files:Bucket: is needed with Files:Engine s3",
            "  Files:SecretKey: goes with Files:AccessKey: both or neither",
            "  Files:Endpoint: must be like https://s3.company.example",
            "  Files:Encryption: must be one of AES256, aws:kms",
        ]);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task RefusedAsync(string verb, string data)
    {
        string[] call = verb == "serve" ? ["serve", "--urls", "http://127.0.0.1:0"] : ["admin", "list-keys", "--email", "a@firma.example"];

        var (exit, output, error) = await ResumaiProcess.RunAsync([.. call, "--data", data]);

        exit.ShouldBe(2, error);
        output.ShouldBeEmpty();
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2, error);
        lines[1].ShouldStartWith($"  Data: the folder {data} cannot be used (");
    }
}
