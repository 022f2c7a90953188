using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class LetterSetTests
{
    [Fact]
    public void What_was_added_is_in_it_and_nothing_else()
    {
        var set = LetterSet.Of(Enumerable.Range(1, 1000).Select(i => (ulong)i << 16));

        Enumerable.Range(1, 1000).ShouldAllBe(i => set.Contains((ulong)i << 16));
        Enumerable.Range(1001, 1000).ShouldAllBe(i => !set.Contains((ulong)i << 16));
        set.Contains(1).ShouldBeFalse();
    }
}
