using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Resumai.Server.Tests.Hosting;

/// <summary>How tests upload and wait.</summary>
public static class Uploads
{
    /// <summary>A form with a file and nothing else.</summary>
    public static MultipartFormDataContent Form(byte[] file, string filename = "cv.pdf", string? locale = null, params string[] tags)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", filename } };
        foreach (var tag in tags) form.Add(new StringContent(tag), "tags");
        if (locale is not null) form.Add(new StringContent(locale), "locale");
        return form;
    }

    public static Task<HttpResponseMessage> UploadAsync(this HttpClient http, byte[] file, string? idempotencyKey = null) => http.UploadAsync(Form(file), idempotencyKey);

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient http, HttpContent form, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "files/upload") { Content = form };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await http.SendAsync(request);
    }

    /// <summary>Uploads what must be accepted; the new asset's id.</summary>
    public static async Task<Guid> AcceptedAsync(this HttpClient http, byte[] file)
    {
        using var response = await http.UploadAsync(file);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(202, text);
        return Guid.Parse(JsonNode.Parse(text)!["asset_id"]!.GetValue<string>());
    }

    /// <summary>The status once it is final; on a busy machine one wait may not be enough.</summary>
    public static async Task<JsonNode> FinalStatusAsync(this HttpClient http, Guid asset)
    {
        for (var started = Stopwatch.GetTimestamp(); ;)
        {
            using var response = await http.GetAsync($"files/assets/{asset}/status?wait=30");
            var status = await response.JsonAsync();
            if (response.Header("Retry-After") is null || Stopwatch.GetElapsedTime(started) > Eventually.Longest) return status;
        }
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    /// <summary>Sends in chunks, without a Content-Length.</summary>
    public static HttpContent Chunked(HttpContent content)
    {
        var chunked = new ChunkedContent(content);
        chunked.Headers.ContentType = MediaTypeHeaderValue.Parse(content.Headers.ContentType!.ToString());
        return chunked;
    }

    private sealed class ChunkedContent(HttpContent content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => content.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
