using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class GutterStretchTests
{
    [Fact]
    public void A_stretch_beside_headings_in_the_margin_spans_them() => Stretch(headingLeft: 50).SpansHeadings().ShouldBeTrue();

    [Fact]
    public void Headings_at_the_edge_of_their_column_are_part_of_it() => Stretch(headingLeft: 200).SpansHeadings().ShouldBeFalse();

    private static GutterStretch Stretch(double headingLeft)
    {
        var sheet = Sheet.New;
        foreach (var (y, heading) in ((double, string)[])[(100, "Skills"), (200, "Speech"), (300, "Sports")])
        {
            sheet.Text(headingLeft, y, heading, size: 20).Lines(200, y + 20, "some cell", "and more").Lines(400, y + 20, "next cell", "of them");
        }
        var segments = SegmentBuilder.Build(WordBuilder.Build(sheet.Page().Glyphs));
        return GutterStretch.Of(GutterFinder.Find(segments, 10).First(g => g.Left > 230 && g.Right <= 400), 10).First();
    }
}
