using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public sealed class FullDiskTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("resumai-disk-").FullName;

    [Fact]
    public async Task A_disk_that_takes_no_more_is_500_and_no_fault_of_the_form_and_nothing_is_stored_or_charged()
    {
        await ResumaiProcess.RunAsync(["admin", "create-account", "--email", "a@firma.example", "--credits", "2", "--data", _data]);
        var made = await ResumaiProcess.RunAsync(["admin", "create-key", "--email", "a@firma.example", "--data", _data]);
        // The system refuses what any file would have beyond its fourth MiB, as a full disk does.
        await using var server = await ResumaiProcess.ServeAsync(_data, largestFileKiB: 4096);
        using var http = server.Client(JsonNode.Parse(made.Output)!.Text("api_key"));
        var large = new byte[6 * 1024 * 1024];
        Documents.Pdf().CopyTo(large, 0);

        using var refused = await http.UploadAsync(large);
        await refused.ShouldBeProblemAsync(500, "internal_error");

        (await (await http.GetAsync("account")).JsonAsync())["credits"]!.GetValue<int>().ShouldBe(2);
        Directory.EnumerateFiles(Path.Combine(_data, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        await http.AcceptedAsync(Documents.Pdf());
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
