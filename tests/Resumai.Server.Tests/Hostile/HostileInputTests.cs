using Microsoft.Extensions.Logging.Abstractions;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Hostile;

/// <summary>Each hostile file in a real parse host, confined and limited as the server's are by default, and an ordinary document after it.</summary>
public class HostileInputTests(HostileInputTests.Hosts hosts) : IClassFixture<HostileInputTests.Hosts>
{
    public static TheoryData<string> Files => [.. HostileFile.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_ends_within_its_limits_and_the_next_document_is_parsed(string name)
    {
        var file = HostileFile.All.Single(f => f.Name == name);
        var bytes = file.Make();
        bytes.Length.ShouldBeLessThanOrEqualTo(10_485_760, "no upload is larger");

        var mayTakeLong = file.Outcomes.Contains("timed_out");
        var outcome = await hosts.OutcomeAsync(bytes, mayTakeLong);

        TestContext.Current.TestOutputHelper?.WriteLine($"{outcome}, {bytes.Length:N0} bytes");
        file.Outcomes.ShouldContain(outcome);
        (await hosts.OutcomeAsync(new Pdf().Bytes(), mayTakeLong)).ShouldBe("record");
        Directory.EnumerateFiles(Path.GetTempPath(), "resumai-*").Where(f => f.Contains("slip") || f.Contains("macro")).ShouldBeEmpty();
    }

    public sealed class Hosts : IAsyncDisposable
    {
        private readonly ParseHostPool _default = Pool(TimeSpan.FromSeconds(40));
        /// <summary>For what may run into the limit, so that it ends sooner. What must not has the time that it has by default: a busy machine counts twice the time for the same work.</summary>
        private readonly ParseHostPool _short = Pool(TimeSpan.FromSeconds(5));

        /// <summary>More time by the clock than the default, as this machine may be busy.</summary>
        private static ParseHostPool Pool(TimeSpan cpuLimit) => new(
            new ParseHostOptions(Programs.CommandLine, 1, TimeSpan.FromMinutes(10), cpuLimit, TimeSpan.FromSeconds(3), 1024, 1000, 512),
            new SandboxOptions(SandboxLevel.Bubblewrap, Required: false), NullLogger<ParseHostPool>.Instance);

        /// <summary>"record", or the code of the error; after a second try where a host ended.</summary>
        public async Task<string> OutcomeAsync(byte[] bytes, bool mayTakeLong)
        {
            var pool = mayTakeLong ? _short : _default;
            var answer = await ParseAsync(pool, bytes);
            if (answer is HostAnswer.Ended) answer = await ParseAsync(pool, bytes);
            return answer switch
            {
                HostAnswer.Refused refused => refused.Error.Code,
                HostAnswer.Ended ended => ended.Error.Code,
                _ => "record",
            };
        }

        private Task<HostAnswer> ParseAsync(ParseHostPool pool, byte[] bytes) =>
            pool.ParseAsync(new HostRequest(new DateOnly(2026, 1, 1), null, "cv", new ReadLimits()), bytes, _ => { }, CancellationToken.None);

        public async ValueTask DisposeAsync()
        {
            await _default.DisposeAsync();
            await _short.DisposeAsync();
        }
    }
}
