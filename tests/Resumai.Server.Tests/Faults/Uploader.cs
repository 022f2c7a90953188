using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>An upload that a client was told is accepted.</summary>
/// <param name="IsSound">It is a CV that can be read; else one that fails for its own fault, and gives its credit back.</param>
public sealed record AcceptedUpload(Guid AssetId, string Key, byte[] File, bool IsSound);

/// <summary>
/// A client that must not lose an upload: it sends each with an Idempotency-Key, again and again until it is accepted, and keeps what it was told.
/// </summary>
public sealed class Uploader(string name, string apiKey, Func<Uri> address) : IDisposable
{
    /// <summary>No round sends more, however long a part takes to come back.</summary>
    private const int MostUploads = 20;
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new() { Timeout = Eventually.Longest };
    private int _sent;

    /// <summary>How often it was told what; 0: no answer came.</summary>
    public ConcurrentDictionary<int, int> Answers { get; } = new();

    /// <summary>Answers that are neither 202 nor 503, with their status; 202 where another asset was named before.</summary>
    public ConcurrentQueue<(int Status, string Text)> Oddities { get; } = new();

    /// <summary>Uploads one after another, at least some and on until told to stop.</summary>
    public async Task<List<AcceptedUpload>> UploadAsync(int least, Random chance, CancellationToken stop)
    {
        var accepted = new List<AcceptedUpload>();
        for (var i = 0; i < MostUploads && (i < least || !stop.IsCancellationRequested); i++)
        {
            var sound = chance.Next(5) > 0;
            var (key, file) = ($"{name}-{_sent++}", sound ? Documents.Pdf() : Documents.EncryptedPdf());
            var upload = new AcceptedUpload(await UntilAcceptedAsync(key, file), key, file, sound);
            accepted.Add(upload);
            // As a client does that is not sure whether it was answered.
            if (chance.Next(5) == 0 && await UntilAcceptedAsync(key, file) is var again && again != upload.AssetId) Oddities.Enqueue((202, $"{key} was asset {upload.AssetId} and then {again}"));
            // The more when a part takes long to come back: what is uploaded meanwhile has to be parsed too.
            await Task.Delay(chance.Next(50, 250) * (i < least ? 1 : 5), CancellationToken.None);
        }
        return accepted;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Guid> UntilAcceptedAsync(string key, byte[] file)
    {
        Guid? asset = null;
        await Eventually.TrueAsync(async () =>
        {
            asset = await TryAsync(key, file);
            if (asset is null) await Task.Delay(BeforeAgain);
            return asset is not null;
        });
        return asset!.Value;
    }

    /// <summary>The asset; null when it was not accepted or no answer came.</summary>
    private async Task<Guid?> TryAsync(string key, byte[] file)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address(), ServerHost.ApiPath + "/files/upload")) { Content = Uploads.Form(file) };
            request.Headers.Add("Authorization", $"Bearer {apiKey}");
            request.Headers.Add("Idempotency-Key", key);
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            Note((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.Accepted) return Guid.Parse(JsonNode.Parse(body)!.Text("asset_id"));
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable) Oddities.Enqueue(((int)response.StatusCode, $"{key} was answered {(int)response.StatusCode}: {body}"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Note(0);
        }
        return null;
    }

    private void Note(int status) => Answers.AddOrUpdate(status, 1, (_, times) => times + 1);
}
