using System.Net;
using System.Text.Json.Nodes;

namespace Resumai.Bench.Load;

internal static class Requests
{
    /// <summary>Uploads a document; the answer's status and, when it was accepted, the asset's id.</summary>
    public static async Task<(HttpStatusCode Status, Guid? Asset, string? RetryAfter)> UploadAsync(this HttpClient http, byte[] document)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(document), "file", "cv.pdf" } };
        using var response = await http.PostAsync("files/upload", form);
        var retry = response.Headers.TryGetValues("Retry-After", out var values) ? values.First() : null;
        if (response.StatusCode != HttpStatusCode.Accepted) return (response.StatusCode, null, retry);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["asset_id"]!.GetValue<Guid>(), retry);
    }

    /// <summary>Uploads what must be accepted.</summary>
    public static async Task<Guid> AcceptedAsync(this HttpClient http, byte[] document)
    {
        var (status, asset, _) = await http.UploadAsync(document);
        return asset ?? throw new InvalidOperationException($"An upload was answered with {(int)status}.");
    }

    public static async Task<JsonNode> JsonAsync(this HttpClient http, string address)
    {
        using var response = await http.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{address} was answered with {(int)response.StatusCode}: {text}");
    }

    /// <summary>Waits for the result; its status.</summary>
    public static async Task<string> FinalStatusAsync(this HttpClient http, Guid asset)
    {
        while (true)
        {
            var status = (await http.JsonAsync($"files/assets/{asset}/status?wait=30"))["status"]!.GetValue<string>();
            if (status is "completed" or "failed") return status;
        }
    }

    /// <summary>Does the work of so many at a time until none is left.</summary>
    public static Task InParallelAsync(int workers, int items, Func<int, Task> work)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, workers).Select(async _ =>
        {
            for (var item = Interlocked.Increment(ref next); item < items; item = Interlocked.Increment(ref next)) await work(item);
        }));
    }

    /// <summary>The same until a time has passed.</summary>
    public static Task ForAsync(TimeSpan time, int workers, Func<int, Task> work)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            while (System.Diagnostics.Stopwatch.GetElapsedTime(started) < time) await work(worker);
        }));
    }
}
