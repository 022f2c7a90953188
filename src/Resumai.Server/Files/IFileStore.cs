namespace Resumai.Server.Files;

/// <summary>Where uploaded documents lie, by asset id (never by content: two accounts' equal files are two files). Thread-safe.</summary>
/// <exception cref="FileStoreUnavailableException">Of any call: the store is not on this machine and does not answer.</exception>
public interface IFileStore
{
    /// <summary>A place for a file that arrives; nothing of it is kept unless <see cref="KeepAsync"/> is called.</summary>
    IncomingFile Receive();

    /// <summary>Keeps a received file under the asset's id. On return it survives a loss of power.</summary>
    Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation);

    /// <summary>The file, seekable, or null when there is none.</summary>
    Task<Stream?> OpenReadAsync(Guid assetId, CancellationToken cancellation);

    /// <summary>Removes the file; nothing happens when there is none.</summary>
    Task DeleteAsync(Guid assetId, CancellationToken cancellation);

    /// <summary>Ids of the files kept before a time, in no order.</summary>
    IAsyncEnumerable<Guid> ListOlderThanAsync(DateTime time, CancellationToken cancellation);
}
