using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Tests.Layout;

public class DoubledGlyphTests
{
    private static readonly Font Font = new("Test", 10, false, false, 0);

    [Fact]
    public void Glyphs_printed_over_themselves_are_one() =>
        DoubledGlyphs.Drop([At("a", 100, 100), At("a", 100.4, 100.3), At("a", 105, 100), At("b", 100, 100)]).Count.ShouldBe(3);

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    [InlineData(2.0e10)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Glyphs_at_places_that_no_page_has_end_the_search(double place) =>
        DoubledGlyphs.Drop([At("a", place, place), At("b", 100, place), At("c", place, 100)]).Count.ShouldBe(3);

    [Fact]
    public void Hundreds_of_thousands_of_glyphs_in_one_place_are_not_compared_each_with_each() =>
        DoubledGlyphs.Drop([.. Enumerable.Range(0, 300_000).Select(i => At(((char)('a' + i % 26)).ToString(), 100 + i * 1e-6, 100, new Font("Test", 1e-7, false, false, 0)))]).ShouldNotBeEmpty();

    private static Glyph At(string text, double left, double top, Font? font = null) => new(text, new Box(left, top, left + 5, top + 10), top + 8, font ?? Font, 0);
}
