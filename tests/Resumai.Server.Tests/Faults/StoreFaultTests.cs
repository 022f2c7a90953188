using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Files;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>A real object store whose answers come late or not at all.</summary>
public sealed class StoreFaultTests : IClassFixture<S3Server>, IAsyncDisposable
{
    private readonly S3Server _server;
    private readonly StoreRelay _relay;

    public StoreFaultTests(S3Server server)
    {
        S3Server.Require();
        _server = server;
        _relay = new StoreRelay(server.Port);
    }

    [Fact]
    public async Task A_store_that_answers_late_holds_uploads_up_and_loses_none()
    {
        await using var app = await StartAsync(patience: 60);
        var account = await app.AccountAsync(credits: 3);
        _relay.Delay = TimeSpan.FromSeconds(1);

        var ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())));

        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        _relay.Withheld.ShouldBeGreaterThanOrEqualTo(6, "each was put and read late");
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_upload_that_a_silent_store_has_taken_is_refused_without_a_charge_and_what_arrived_is_swept()
    {
        await using var app = await StartAsync(patience: 1);
        var account = await app.AccountAsync(credits: 1);
        var (file, files) = (Documents.Pdf(), app.Services.GetRequiredService<IFileStore>());
        _relay.IsSilent = true;

        using (var refused = await account.Http.UploadAsync(file, "once")) await refused.ShouldBeProblemAsync(503, "unavailable");

        _relay.IsSilent = false;
        (await account.CreditsAsync()).ShouldBe(1);
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(0);
        (await ListAsync(files)).Count.ShouldBe(1, "it was not asked to delete what it does not confirm");
        await app.Services.GetServices<IHostedService>().OfType<OrphanSweep>().Single().SweepAsync(Tomorrow, TestContext.Current.CancellationToken);
        (await ListAsync(files)).ShouldBeEmpty();

        using var accepted = await account.Http.UploadAsync(file, "once");
        var id = Guid.Parse((await accepted.JsonAsync()).Text("asset_id"));
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        (await ListAsync(files)).ShouldBe([id]);
    }

    [Fact]
    public async Task A_store_that_hangs_up_is_told_as_one_that_is_away()
    {
        await using var app = await StartAsync(patience: 60, Workers.None);
        var account = await app.AccountAsync(credits: 2);
        var kept = await account.Http.AcceptedAsync(Documents.Pdf());
        _relay.HangsUp = true;

        using (var refused = await account.Http.UploadAsync(Documents.Pdf())) await refused.ShouldBeProblemAsync(503, "unavailable");
        await Should.ThrowAsync<FileStoreUnavailableException>(() => app.Services.GetRequiredService<IFileStore>().OpenReadAsync(kept, TestContext.Current.CancellationToken));

        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_whose_file_does_not_come_waits_in_line_and_nothing_counts_against_it(bool silent)
    {
        await using var app = await StartAsync(patience: 1, Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        (_relay.IsSilent, _relay.HangsUp) = (silent, !silent);
        await using var worker = await app.BesideAsync(_ => { });

        await Eventually.TrueAsync(() => worker.Log.Text.Contains("A job could not be worked on"));
        await Eventually.TrueAsync(() => app.ReadAsync(db => db.Jobs.AnyAsync(j => j.LeasedUntil == null && j.HostEnds == 0 && j.Takeovers == 0)));
        (await app.ReadAsync(db => db.Assets.Select(a => a.Status).SingleAsync())).ShouldNotBe(AssetStatus.Failed);
        using (var ready = await worker.Anonymous().GetAsync("/readyz"))
        {
            (await ready.ShouldBeProblemAsync(503, "unavailable"))["engines"]!["files"]!.Text("status").ShouldBe("down");
        }

        (_relay.IsSilent, _relay.HangsUp) = (false, false);
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
    }

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    private static DateTime Tomorrow => TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1);

    /// <param name="patience">Seconds for one try of one call.</param>
    private Task<ResumaiApp> StartAsync(int patience, Action<IServiceCollection>? adjust = null) => ResumaiApp.StartAsync(
        [
            .. _server.Settings, ("Files:Endpoint", $"http://127.0.0.1:{_relay.Port}"), ("Files:TimeoutSeconds", patience.ToString()),
            // Tests share the bucket.
            ("Files:Prefix", $"{_relay.Port}/"),
        ], adjust);

    private static async Task<List<Guid>> ListAsync(IFileStore files)
    {
        var ids = new List<Guid>();
        await foreach (var id in files.ListOlderThanAsync(Tomorrow, TestContext.Current.CancellationToken)) ids.Add(id);
        return ids;
    }
}
