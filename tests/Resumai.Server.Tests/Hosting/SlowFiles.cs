using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Files;
using Resumai.Server.Settings;

namespace Resumai.Server.Tests.Hosting;

/// <summary>The disk store, which holds the first file that is kept until told: makes races that a test can see.</summary>
public sealed class SlowFiles
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first file is about to be kept.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _open.SetResult();

    public void PutBefore(IServiceCollection services) =>
        services.AddSingleton<IFileStore>(provider => new Store(this, new DiskFileStore(provider.GetRequiredService<DataFolder>().Files)));

    private sealed class Store(SlowFiles gate, IFileStore disk) : IFileStore
    {
        public IncomingFile Receive() => disk.Receive();

        public async Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation)
        {
            gate._reached.TrySetResult();
            await gate._open.Task;
            await disk.KeepAsync(file, assetId, cancellation);
        }

        public Task<Stream?> OpenReadAsync(Guid assetId, CancellationToken cancellation) => disk.OpenReadAsync(assetId, cancellation);

        public Task DeleteAsync(Guid assetId, CancellationToken cancellation) => disk.DeleteAsync(assetId, cancellation);

        public IAsyncEnumerable<Guid> ListOlderThanAsync(DateTime time, CancellationToken cancellation) => disk.ListOlderThanAsync(time, cancellation);
    }
}
