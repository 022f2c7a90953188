using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class JoinedLinesTests
{
    private static RecognizedWord Word(string text, int left, int right, int line, int top = 100) => new(text, new PixelBox(left, top, right, top + 30), line, top + 30, 0.9, []);

    private static (string, int)[] Joined(params RecognizedWord[] words) => [.. JoinedLines.Of(words).Select(w => (w.Text, w.Line))];

    [Fact]
    public void Pieces_of_one_line_become_one() =>
        Joined(Word("now", 130, 200, 8), Word("2020", 20, 100, 7), Word("Welder", 20, 140, 9, 160)).ShouldBe([("2020", 7), ("now", 7), ("Welder", 9)]);

    [Fact]
    public void Columns_stay_apart() => Joined(Word("2020", 20, 100, 0), Word("Welder", 180, 300, 1)).ShouldBe([("2020", 0), ("Welder", 1)]);

    [Fact]
    public void A_word_of_another_height_is_no_part_of_the_line() =>
        Joined(Word("2020", 20, 100, 0), new RecognizedWord("Ada", new PixelBox(120, 90, 300, 150), 1, 150, 0.9, [])).ShouldBe([("2020", 0), ("Ada", 1)]);
}
