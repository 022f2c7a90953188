using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class GutterStretchTests
{
    [Fact]
    public void A_stretch_beside_headings_in_the_margin_spans_them() => Stretch(headingLeft: 50).SpansHeadings().ShouldBeTrue();

    [Fact]
    public void Headings_at_the_edge_of_their_column_are_part_of_it() => Stretch(headingLeft: 200).SpansHeadings().ShouldBeFalse();

    [Fact]
    public void A_heading_in_the_margin_is_none_of_the_columns_it_heads()
    {
        var sheet = Sheet.New.Text(50, 100, "Skills", size: 20).Lines(200, 100, "Tools", "hammer", "rasp").Lines(400, 100, "Work", "welding", "filing");
        var segments = SegmentBuilder.Build(WordBuilder.Build(sheet.Page().Glyphs));
        var stretch = GutterStretch.Of(GutterFinder.Find(segments, 10).First(g => g.Left > 220 && g.Right <= 400), 10).First();
        stretch.Left.SelectMany(r => r.Segments).Select(s => s.Text).ShouldBe(["Tools", "hammer", "rasp"]);
        stretch.Gutter.LeftSide.ShouldNotContain(s => s.Text == "Skills");
    }

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
