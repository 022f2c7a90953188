namespace Resumai.Server.Assets;

/// <summary>Endpoint metadata: it may answer before it has read its body.</summary>
public sealed record AnswersBeforeBody;

/// <summary>
/// Reads on after a refusal, and discards: a client that writes its whole body before it reads would else find a reset connection in
/// place of the answer. Up to 16 MB or 5 s; then the connection is closed.
/// </summary>
public sealed class BodyDrain(RequestDelegate next)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Response.StatusCode < StatusCodes.Status400BadRequest || http.GetEndpoint()?.Metadata.GetMetadata<AnswersBeforeBody>() is null) return;
        await http.Response.CompleteAsync();
        if (!await ReadToEndAsync(http)) http.Abort();
    }

    private static async Task<bool> ReadToEndAsync(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Longest);
        var buffer = new byte[64 * 1024];
        try
        {
            for (var bytes = 0; bytes <= MostBytes;)
            {
                var read = await http.Request.Body.ReadAsync(buffer, patience.Token);
                if (read == 0) return true;
                bytes += read;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Too slow, or gone.
        }
        return false;
    }
}
