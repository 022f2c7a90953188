using System.Security.Cryptography;
using Resumai.Server.Files;

namespace Resumai.Server.Tests.Files;

/// <summary>What every store of files does alike.</summary>
public abstract class FileStoreTests
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract IFileStore Open();

    /// <summary>Where files lie while they arrive.</summary>
    protected abstract string Incoming { get; }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(5 * 1024 * 1024)]
    [InlineData((5 * 1024 * 1024) + 1)]
    [InlineData(10_485_760)]
    public async Task A_kept_file_is_read_under_its_id_as_it_came(int size)
    {
        var store = Open();
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        var id = Guid.CreateVersion7();
        await using (var file = store.Receive())
        {
            foreach (var piece in bytes.Chunk(1_000_003)) await file.WriteAsync(piece, Cancellation);
            (file.Size, Convert.ToHexString(file.Sha256)).ShouldBe((bytes.Length, Convert.ToHexString(SHA256.HashData(bytes))));
            (await file.ReadAsync(Math.Min(4, size), Cancellation)).ShouldBe(bytes[..Math.Min(4, size)]);
            await store.KeepAsync(file, id, Cancellation);
        }

        (await ReadAsync(store, id))!.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        Directory.EnumerateFiles(Incoming).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_kept_disappears()
    {
        var store = Open();
        await using (var file = store.Receive()) await file.WriteAsync(new byte[10], Cancellation);

        Directory.EnumerateFiles(Incoming).ShouldBeEmpty();
        (await ListAsync(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_there_is_null_and_may_be_deleted()
    {
        var store = Open();

        (await store.OpenReadAsync(Guid.CreateVersion7(), Cancellation)).ShouldBeNull();
        await store.DeleteAsync(Guid.CreateVersion7(), Cancellation);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_others_stay()
    {
        var store = Open();
        var (gone, stays) = (await KeepAsync(store, [1]), await KeepAsync(store, [1]));

        await store.DeleteAsync(gone, Cancellation);

        (await ReadAsync(store, gone)).ShouldBeNull();
        (await ReadAsync(store, stays)).ShouldBe([1]);
        (await ListAsync(store)).ShouldBe([stays]);
    }

    [Fact]
    public async Task Only_files_kept_before_the_time_are_listed()
    {
        var store = Open();
        var ids = new List<Guid>();
        for (var i = 0; i < 12; i++) ids.Add(await KeepAsync(store, [(byte)i]));

        (await ListAsync(store)).ShouldBe(ids, ignoreOrder: true);
        (await ListAsync(store, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_is_read_in_any_place()
    {
        var store = Open();
        var id = await KeepAsync(store, [.. "curriculum"u8]);

        await using var file = (await store.OpenReadAsync(id, Cancellation))!;
        file.Length.ShouldBe(10);
        file.Position = 7;
        using var rest = new StreamReader(file);
        (await rest.ReadToEndAsync(Cancellation)).ShouldBe("lum");
    }

    protected static async Task<Guid> KeepAsync(IFileStore store, byte[] bytes)
    {
        var id = Guid.CreateVersion7();
        await using var file = store.Receive();
        await file.WriteAsync(bytes, Cancellation);
        await store.KeepAsync(file, id, Cancellation);
        return id;
    }

    protected static async Task<byte[]?> ReadAsync(IFileStore store, Guid id)
    {
        await using var file = await store.OpenReadAsync(id, Cancellation);
        if (file is null) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Cancellation);
        return bytes.ToArray();
    }

    /// <summary>Files older than a time; a day from now unless told: all.</summary>
    private static async Task<List<Guid>> ListAsync(IFileStore store, DateTime? time = null)
    {
        var ids = new List<Guid>();
        await foreach (var id in store.ListOlderThanAsync(time ?? TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(1), Cancellation)) ids.Add(id);
        return ids;
    }
}
