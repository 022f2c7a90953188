using Resumai.Server.Errors;
using Resumai.Server.Files;

namespace Resumai.Server.Assets;

/// <summary>An upload as received: the file lies in a temporary place until kept or disposed. Faults are gathered, not thrown.</summary>
public sealed class UploadForm : IAsyncDisposable
{
    private readonly List<FieldError> _faults = [];

    public IncomingFile? File { get; internal set; }
    public string Filename { get; internal set; } = "";
    public IReadOnlyList<string> Tags => TagList;
    /// <summary>In its usual spelling; null when none was given.</summary>
    public string? Locale { get; internal set; }
    /// <summary>More bytes than are taken; the rest of the body has not been read.</summary>
    public bool TooLarge { get; internal set; }
    public IReadOnlyList<FieldError> Faults => _faults;

    internal List<string> TagList { get; } = [];
    internal bool LocaleGiven { get; set; }

    internal void Fault(string field, string message)
    {
        if (!_faults.Exists(f => f.Field == field && f.Message == message)) _faults.Add(new FieldError(field, message));
    }

    public async ValueTask DisposeAsync()
    {
        if (File is { } file) await file.DisposeAsync();
    }
}
