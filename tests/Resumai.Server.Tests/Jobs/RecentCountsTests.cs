using Resumai.Server.Jobs;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

public class RecentCountsTests
{
    private readonly MovableTime _time = new();
    private int _counted;

    [Theory]
    [InlineData(20_000, 17_999, 1)]
    [InlineData(20_000, 18_000, 3)]
    [InlineData(9_999, 10, 3)]
    [InlineData(99, 99, 3)]
    public async Task Counts_again_near_the_bound_and_below_a_small_one(int bound, int count, int counted)
    {
        var recent = new RecentCounts(_time);

        for (var i = 0; i < 3; i++) (await recent.CountAsync(Guid.Empty, bound, () => Count(count))).ShouldBe(count);

        _counted.ShouldBe(counted);
    }

    [Fact]
    public async Task Counts_again_after_a_second_and_for_somebody_else()
    {
        var recent = new RecentCounts(_time);
        await recent.CountAsync(Guid.Empty, 100_000, () => Count(5));

        (await recent.CountAsync(Guid.NewGuid(), 100_000, () => Count(7))).ShouldBe(7);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await recent.CountAsync(Guid.Empty, 100_000, () => Count(6))).ShouldBe(6);
    }

    [Fact]
    public async Task What_is_full_is_counted_again_after_a_moment()
    {
        var recent = new RecentCounts(_time);
        for (var i = 0; i < 3; i++) (await recent.CountAsync(Guid.Empty, 500, () => Count(500))).ShouldBe(500);
        _counted.ShouldBe(1);

        _time.Advance(TimeSpan.FromMilliseconds(100));
        (await recent.CountAsync(Guid.Empty, 500, () => Count(499))).ShouldBe(499);
        (await recent.CountAsync(Guid.Empty, 500, () => Count(498))).ShouldBe(498);
    }

    private Task<int> Count(int count)
    {
        _counted++;
        return Task.FromResult(count);
    }
}
