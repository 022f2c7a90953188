using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class StarMarksTests
{
    private static RecognizedWord Word(string text, int left, int line) => new(text, new PixelBox(left, 10 + 50 * line, left + 20 * text.Length, 40 + 50 * line), line, 40 + 50 * line, 0.9, []);

    [Fact]
    public void Quotation_marks_that_no_line_closes_are_list_marks()
    {
        var told = StarMarks.Told([Word("\"Έλεγχος", 10, 0), Word("3100", 180, 0), Word("\"Υποδοχή", 10, 1)]);

        told.Select(w => w.Text).ShouldBe(["•", "Έλεγχος", "3100", "•", "Υποδοχή"]);
        told[0].Box.Right.ShouldBeLessThanOrEqualTo(told[1].Box.Left);
    }

    [Fact]
    public void A_quotation_stays_one() =>
        StarMarks.Told([Word("\"Best", 10, 0), Word("of\"", 100, 0), Word("\"Show\"", 10, 1), Word("\"The", 10, 2)]).Select(w => w.Text).ShouldBe(["\"Best", "of\"", "\"Show\"", "\"The"]);
}
