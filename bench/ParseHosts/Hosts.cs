using Microsoft.Extensions.Logging.Abstractions;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.Jobs.Hosts;

namespace Resumai.Bench.ParseHosts;

/// <summary>The server's own pool, at a level of sandbox.</summary>
internal static class Hosts
{
    public static ParseHostPool Open(string app, int count, SandboxLevel level) => new(
        new ParseHostOptions(app, count, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(3), 1024, 1_000_000, 1024),
        new SandboxOptions(level, Required: false), NullLogger<ParseHostPool>.Instance);

    /// <summary>"record", or the code of the error; as the server does, with a second try where a host ended.</summary>
    public static async Task<string> OutcomeAsync(ParseHostPool pool, byte[] document, CancellationToken cancellation = default)
    {
        var answer = await AnswerAsync(pool, document, cancellation);
        if (answer is HostAnswer.Ended) answer = await AnswerAsync(pool, document, cancellation);
        return answer switch
        {
            HostAnswer.Refused refused => refused.Error.Code,
            HostAnswer.Ended ended => ended.Error.Code,
            _ => "record",
        };
    }

    public static Task<HostAnswer> AnswerAsync(ParseHostPool pool, byte[] document, CancellationToken cancellation = default) =>
        pool.ParseAsync(new HostRequest(new DateOnly(2026, 1, 1), null, "cv.pdf", new ReadLimits()), document, _ => { }, cancellation);
}
