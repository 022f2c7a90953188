namespace Resumai.Server.Files;

/// <summary>The store did not answer, or not as it should; the same call may do later.</summary>
public sealed class FileStoreUnavailableException(string message, Exception inner) : Exception(message, inner);
