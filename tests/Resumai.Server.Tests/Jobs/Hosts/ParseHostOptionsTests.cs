using Resumai.Hosting;
using Resumai.Server.Jobs.Hosts;

namespace Resumai.Server.Tests.Jobs.Hosts;

public class ParseHostOptionsTests
{
    [Fact]
    public void Limits_of_time_grow_with_each_page_after_the_first()
    {
        var options = new ParseHostOptions("host", 1, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(3), 1024, 1000, 512);

        options.TimeLimitOf(1).ShouldBe(TimeSpan.FromSeconds(60));
        options.TimeLimitOf(11).ShouldBe(TimeSpan.FromSeconds(90));
        options.CpuLimitOf(11).ShouldBe(TimeSpan.FromSeconds(70));
    }

    [Theory]
    [InlineData("bubblewrap", true)]
    [InlineData("seccomp+landlock", true)]
    [InlineData("seccomp", false)]
    [InlineData("none", false)]
    public void A_sandbox_that_is_required_keeps_from_the_network_and_from_files(string level, bool suffices)
    {
        (new SandboxOptions(SandboxLevel.Bubblewrap, Required: true).Refusal(SandboxLevels.Named(level)) is null).ShouldBe(suffices);
        new SandboxOptions(SandboxLevel.Bubblewrap, Required: false).Refusal(SandboxLevels.Named(level)).ShouldBeNull();
    }
}
