using System.Collections.Concurrent;
using System.Diagnostics;
using Resumai.Server.Telemetry;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Telemetry;

public sealed class TraceTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public TraceTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ServerTraces.Parses || source.Name == ServerTraces.Requests,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    [Fact]
    public async Task The_parse_on_another_server_belongs_to_the_trace_of_the_upload_and_shows_its_stages()
    {
        await using var api = await ResumaiApp.StartAsync(adjust: Workers.None);
        await using var worker = await api.BesideAsync(_ => { });
        var account = await api.AccountAsync(credits: 1);

        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        Activity? parse = null;
        await Eventually.TrueAsync(() => (parse = _ended.FirstOrDefault(a => a.GetTagItem("resumai.asset") is Guid asset && asset == id)) is not null);
        parse!.GetTagItem("resumai.outcome").ShouldBe("completed");
        var request = _ended.Single(a => a.SpanId == parse.ParentSpanId);
        request.TraceId.ShouldBe(parse.TraceId);
        request.DisplayName.ShouldBe("POST /api/v1/files/upload");
        request.TagObjects.Select(t => t.Key).ShouldBe(["http.request.method", "http.route", "http.response.status_code"], ignoreOrder: true);
        var stages = _ended.Where(a => a.ParentSpanId == parse.SpanId).ToList();
        stages.Select(s => s.OperationName).ShouldBe(["read", "layout", "extract", "normalize", "store"]);
        stages.ShouldAllBe(s => s.StartTimeUtc >= request.StartTimeUtc.AddMilliseconds(-1) && s.Duration >= TimeSpan.Zero);
    }

    [Fact]
    public async Task A_parse_that_fails_says_so_with_its_code_alone()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);

        var id = await account.Http.AcceptedAsync(Documents.EncryptedPdf());
        var code = (await account.Http.FinalStatusAsync(id))["error"]!.Text("code");

        Activity? parse = null;
        await Eventually.TrueAsync(() => (parse = _ended.FirstOrDefault(a => a.GetTagItem("resumai.asset") is Guid asset && asset == id)) is not null);
        (parse!.Status, parse.StatusDescription, parse.GetTagItem("resumai.outcome")).ShouldBe((ActivityStatusCode.Error, code, code));
    }

    public void Dispose() => _listener.Dispose();
}
