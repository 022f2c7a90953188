using Microsoft.Extensions.Logging.Abstractions;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs.Hosts;

/// <summary>Pages are drawn by a host that nobody's document waits for, and what it answers is looked at.</summary>
public sealed class DrawingHostTests
{
    [Fact]
    public async Task While_the_one_host_that_parses_hangs_a_page_is_drawn()
    {
        await using var pool = Pool(Programs.CommandLine);
        await pool.PrepareAsync();
        await Eventually.TrueAsync(() => Task.FromResult(pool.ProcessIds.Count == 1));
        var parsing = pool.ProcessIds[0];
        await Workers.SignalAsync("STOP", parsing);
        using var stop = new CancellationTokenSource();
        var document = Documents.Pdf();
        var hanging = pool.ParseAsync(new HostRequest(new DateOnly(2026, 1, 1), null, "cv", new ReadLimits()), document, _ => { }, stop.Token);

        var answer = await pool.DrawAsync(Page(1), document, CancellationToken.None);

        answer.ShouldBeOfType<HostAnswer.Drawn>().Page.Width.ShouldBe(595, 1);
        (await pool.DrawAsync(Page(2), document, CancellationToken.None)).ShouldBeOfType<HostAnswer.Refused>();
        pool.ProcessIds.ShouldBe([parsing], "the host that draws is no other's");
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(hanging);
    }

    /// <summary>A frame whose kind is a picture, of 24 bytes: a size, and eight bytes that are no PNG.</summary>
    private const string FalsePicture = """printf '\030\000\000\000\012\000\000\000\000\000\230\202@\000\000\000\000\000P\212@notapng!'; sleep 1000""";

    [Theory]
    [InlineData(FalsePicture)]
    [InlineData("kill -KILL $$")]
    [InlineData("echo nonsense; sleep 1000")]
    public async Task What_is_no_picture_ends_the_host_and_is_passed_on_to_nobody(string deed)
    {
        using var program = new HostProgram(deed);
        await using var pool = Pool(program.Path);

        (await pool.DrawAsync(Page(1), Documents.Pdf(), CancellationToken.None)).ShouldBeOfType<HostAnswer.Ended>().Error.ShouldBe(ParseError.Crashed);
    }

    private static ParseHostPool Pool(string program) => new(
        new ParseHostOptions(program, 1, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(3), 1024, 1000, 512),
        new SandboxOptions(SandboxLevel.Bubblewrap, Required: false), NullLogger<ParseHostPool>.Instance);

    private static DrawingRequest Page(int number) => new(number, 600, new ReadLimits(), []);
}
