using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Files;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Files;

public sealed class DiskFileStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("resumai-files-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_file_is_read_under_its_id_and_nothing_else_remains()
    {
        var store = new DiskFileStore(_root);
        var id = Guid.CreateVersion7();
        await using (var file = store.Receive())
        {
            await file.WriteAsync("one"u8.ToArray(), Cancellation);
            await file.WriteAsync("two"u8.ToArray(), Cancellation);
            (file.Size, Convert.ToHexString(file.Sha256)).ShouldBe((6L, Convert.ToHexString(SHA256.HashData("onetwo"u8))));
            (await file.ReadAsync(4, Cancellation)).ShouldBe("onet"u8.ToArray());
            await store.KeepAsync(file, id, Cancellation);
        }

        await using var read = store.OpenRead(id)!;
        using var text = new StreamReader(read);
        (await text.ReadToEndAsync(Cancellation)).ShouldBe("onetwo");
        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Single().ShouldEndWith(id.ToString("N"));
    }

    [Fact]
    public async Task A_file_that_is_not_kept_disappears()
    {
        var store = new DiskFileStore(_root);
        await using (var file = store.Receive()) await file.WriteAsync(new byte[10], Cancellation);

        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_may_be_deleted()
    {
        var store = new DiskFileStore(_root);

        store.OpenRead(Guid.CreateVersion7()).ShouldBeNull();
        await store.DeleteAsync(Guid.CreateVersion7(), Cancellation);
    }

    [Fact]
    public async Task The_sweep_takes_old_files_without_a_row_and_no_others()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var asset = await account.Http.AcceptedAsync(Documents.Pdf());
        var store = app.Services.GetRequiredService<IFileStore>();
        var (orphan, young) = (await KeepAsync(store), await KeepAsync(store));
        var half = store.Receive();
        var old = new FileInfo(half.Path).LastWriteTimeUtc.AddHours(-2);
        foreach (var name in new[] { asset.ToString("N"), orphan.ToString("N"), Path.GetFileName(half.Path) })
        {
            File.SetLastWriteTimeUtc(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), name, SearchOption.AllDirectories).Single(), old);
        }

        await app.Services.GetServices<IHostedService>().OfType<OrphanSweep>().Single().SweepAsync(old.AddHours(1), Cancellation);

        store.OpenRead(orphan).ShouldBeNull();
        File.Exists(half.Path).ShouldBeFalse();
        foreach (var id in new[] { asset, young }) await store.OpenRead(id).ShouldNotBeNull().DisposeAsync();
        await half.DisposeAsync();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static async Task<Guid> KeepAsync(IFileStore store)
    {
        var id = Guid.CreateVersion7();
        await using var file = store.Receive();
        await file.WriteAsync(new byte[3], Cancellation);
        await store.KeepAsync(file, id, Cancellation);
        return id;
    }
}
