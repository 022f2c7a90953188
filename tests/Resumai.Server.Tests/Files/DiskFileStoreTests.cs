using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.Files;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Files;

public sealed class DiskFileStoreTests : FileStoreTests, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("resumai-files-").FullName;

    [Fact]
    public async Task A_file_lies_under_its_id_and_nothing_else_remains()
    {
        var store = Open();
        var id = await KeepAsync(store, [1, 2, 3]);

        Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Single().ShouldEndWith(id.ToString("N"));
    }

    /// <summary>A disk that is not mounted has no files; it must not look as if each had been deleted.</summary>
    [Fact]
    public async Task Without_the_folder_of_the_store_nothing_is_said_about_any_file()
    {
        var store = Open();
        var id = await KeepAsync(store, [1]);
        Directory.Move(_root, _root + "-away");

        await Should.ThrowAsync<DirectoryNotFoundException>(async () => await store.OpenReadAsync(id, Cancellation));
        await Should.ThrowAsync<DirectoryNotFoundException>(async () => await store.DeleteAsync(id, Cancellation));

        Directory.Move(_root + "-away", _root);
        (await ReadAsync(store, id)).ShouldBe([1]);
    }

    /// <summary>Folders are made as files come: one that another server has made is taken as it is.</summary>
    [Fact]
    public async Task Two_servers_keep_files_in_the_folders_of_each_other()
    {
        var (one, other) = (Open(), Open());
        var ids = new List<Guid>();
        for (var i = 0; i < 300; i++) ids.Add(await KeepAsync(i % 2 == 0 ? one : other, [(byte)i]));

        for (var i = 0; i < ids.Count; i++) (await ReadAsync(i % 2 == 0 ? other : one, ids[i])).ShouldBe([(byte)i]);
    }

    [Fact]
    public async Task The_sweep_takes_old_files_without_a_row_and_no_others()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var asset = await account.Http.AcceptedAsync(Documents.Pdf());
        var store = app.Services.GetRequiredService<IFileStore>();
        var (orphan, young) = (await KeepAsync(store, [1]), await KeepAsync(store, [2]));
        var half = store.Receive();
        var old = new FileInfo(half.Path).LastWriteTimeUtc.AddHours(-2);
        foreach (var name in new[] { asset.ToString("N"), orphan.ToString("N"), Path.GetFileName(half.Path) })
        {
            File.SetLastWriteTimeUtc(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), name, SearchOption.AllDirectories).Single(), old);
        }

        await app.Services.GetServices<IHostedService>().OfType<OrphanSweep>().Single().SweepAsync(old.AddHours(1), Cancellation);

        (await store.OpenReadAsync(orphan, Cancellation)).ShouldBeNull();
        File.Exists(half.Path).ShouldBeFalse();
        foreach (var id in new[] { asset, young }) await (await store.OpenReadAsync(id, Cancellation)).ShouldNotBeNull().DisposeAsync();
        await half.DisposeAsync();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    protected override IFileStore Open() => new DiskFileStore(_root);

    protected override string Incoming => Path.Combine(_root, "incoming");
}
