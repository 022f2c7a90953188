using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>What is painted on a page beside its text, turned as the text is.</summary>
internal sealed record Shapes(IReadOnlyList<Box> Marks, IReadOnlyList<Box> Panels)
{
    public static readonly Shapes None = new([], []);

    public static Shapes Of(Page page, PageFrame frame) =>
        frame.Rotation == 0 ? new Shapes(page.Marks, page.Panels) : new Shapes([.. page.Marks.Select(frame.Turn)], [.. page.Panels.Select(frame.Turn)]);
}
