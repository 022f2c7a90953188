using Resumai.Server.Conventions;
using Resumai.Server.Settings;

namespace Resumai.Server.Files;

public static class FilesSetup
{
    /// <summary>Where uploaded documents lie.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services, FilesOptions options) => options.Store is { } store
        ? services
            .AddSingleton(provider => new S3FileStore(store, provider.GetRequiredService<DataFolder>().Files, provider.GetRequiredService<ILogger<S3FileStore>>()))
            .AddSingleton<IFileStore>(provider => provider.GetRequiredService<S3FileStore>())
            .AddSingleton<IEngineCheck>(provider => provider.GetRequiredService<S3FileStore>())
        : services.AddSingleton<IFileStore>(provider => new DiskFileStore(provider.GetRequiredService<DataFolder>().Files));

    /// <summary>Deletes a file that nothing refers to any more; when the store is away, the sweep does it later.</summary>
    public static async Task DeleteOrLeaveAsync(this IFileStore files, Guid assetId)
    {
        try
        {
            await files.DeleteAsync(assetId, CancellationToken.None);
        }
        catch (FileStoreUnavailableException)
        {
            // An orphan from now on.
        }
    }
}
