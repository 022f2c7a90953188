using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Lines;

public class SecondLookTests
{
    private static readonly PixelBox Page = new(0, 0, 2000, 3000);

    private static RecognizedWord Word(string text, PixelBox box, double confidence, int line = 0) => new(text, box, line, box.Bottom, confidence, []);

    private static InkLine Line(int left, int top, int letters) => new(new PixelBox(left, top, left + letters * 20, top + 40), letters);

    private static string[] Look(IReadOnlyList<InkLine> lines, IReadOnlyList<RecognizedWord> words, Func<PixelBox, IReadOnlyList<RecognizedWord>> read) =>
        [.. new SecondLook(lines, Page, read).Improve(words).Select(w => w.Text)];

    [Fact]
    public void A_line_that_was_left_out_is_read() =>
        Look([Line(100, 100, 7)], [], box => [Word("2012–14", box, 0.9)]).ShouldBe(["2012–14"]);

    [Fact]
    public void What_was_read_well_is_not_read_again() =>
        Look([Line(100, 100, 6)], [Word("Skills", new PixelBox(100, 100, 220, 140), 0.95)], _ => throw new InvalidOperationException()).ShouldBe(["Skills"]);

    [Fact]
    public void Two_lines_taken_for_one_are_read_each()
    {
        var both = Word("SVENSKA|", new PixelBox(100, 100, 240, 200), 0.9);

        Look([Line(100, 100, 7), Line(100, 160, 7)], [both], box => [Word(box.Top < 130 ? "Svenska" : "Danska!", box, 0.95)]).ShouldBe(["Svenska", "Danska!"]);
    }

    [Fact]
    public void A_reading_that_loses_letters_does_not_replace_one_in_doubt() =>
        Look([Line(100, 100, 12)], [Word("a@b-c.example", new PixelBox(100, 100, 340, 140), 0.6)], box => [Word("a@b", box, 0.95)]).ShouldBe(["a@b-c.example"]);

    [Fact]
    public void A_line_read_in_two_pieces_that_share_letters_is_read_again() =>
        Look([Line(100, 100, 9)], [Word("2002.", new PixelBox(100, 100, 180, 140), 0.95), Word("okt.", new PixelBox(190, 100, 250, 140), 0.95), Word("okt.", new PixelBox(200, 104, 270, 144), 0.95, 1)],
            box => [Word("2002. okt.", box, 0.9)]).ShouldBe(["2002. okt."]);

    [Fact]
    public void A_word_that_reaches_out_of_its_line_is_read_whole()
    {
        var word = Word("01/2020", new PixelBox(100, 100, 240, 140), 0.5);
        PixelBox? seen = null;

        Look([Line(100, 100, 2)], [word], box =>
        {
            seen = box;
            return [Word("01/2020", box, 0.9)];
        });

        seen!.Value.Right.ShouldBeGreaterThanOrEqualTo(240);
    }
}
