using System.Text.Json;
using Resumai.Server.Storage;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web.Pages;

internal enum UploadState
{
    Waiting,
    Sending,
    Queued,
    Processing,
    Completed,
    Failed,
    Refused,
}

/// <summary>A file of the upload page, from being chosen to being read or refused.</summary>
internal sealed class UploadedFile(int id, string name)
{
    public int Id => id;
    public string Name => name;
    public UploadState State { get; set; }
    public int Percent { get; set; }
    public Guid? AssetId { get; set; }
    /// <summary>Why it was refused or could not be read, in the visitor's language.</summary>
    public string? Explanation { get; private set; }
    public bool CanRetry { get; private set; }

    public string StateName => State.ToString().ToLowerInvariant();
    public bool IsBeingRead => State is UploadState.Queued or UploadState.Processing;
    public bool IsOver => State is UploadState.Completed or UploadState.Failed or UploadState.Refused;

    public void Reset() => (State, Percent, AssetId, Explanation, CanRetry) = (UploadState.Waiting, 0, null, null, false);

    /// <param name="status">0: the server did not answer.</param>
    public void Refuse(int status, string body, AppTexts texts)
    {
        State = UploadState.Refused;
        var (code, detail) = status == 0 ? ("network", "") : Read(body);
        Explanation = texts.Of("refused", code) is var text && text != code ? text : detail.Length > 0 ? detail : texts["refused.internal_error"];
        // The same file is refused again where the file is at fault.
        CanRetry = code is not ("duplicate_file" or "file_too_large" or "unsupported_file_type");
    }

    public void Follow(UploadWatch.State asset, AppTexts texts)
    {
        State = asset.Status switch
        {
            AssetStatus.Processing => UploadState.Processing,
            AssetStatus.Completed => UploadState.Completed,
            AssetStatus.Failed => UploadState.Failed,
            _ => UploadState.Queued,
        };
        if (asset.ErrorCode is not { } code) return;
        Explanation = texts.Of("failed", code) is var text && text != code ? text : asset.ErrorMessage;
        CanRetry = true;
    }

    private static (string Code, string Detail) Read(string body)
    {
        try
        {
            var problem = JsonDocument.Parse(body).RootElement;
            var detail = problem.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0
                ? string.Join(' ', errors.EnumerateArray().Select(e => e.GetProperty("message").GetString()))
                : problem.GetProperty("detail").GetString() ?? "";
            return (problem.GetProperty("code").GetString() ?? "", detail);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            return ("internal_error", "");
        }
    }
}
