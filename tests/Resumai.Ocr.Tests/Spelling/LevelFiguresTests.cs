using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Spelling;

public class LevelFiguresTests
{
    private static RecognizedWord Word(string text, int left, int top, int line) => new(text, new PixelBox(left, top, left + 40, top + 30), line, top + 30, 0.9, []);

    private static string[] Told(params RecognizedWord[] words) => [.. LevelFigures.Told(words).Select(w => w.Text)];

    [Fact]
    public void A_level_among_levels_ends_in_a_figure() =>
        Told(Word("-", 300, 100, 0), Word("B2", 350, 100, 0), Word("-", 300, 160, 1), Word("AI", 350, 160, 1)).ShouldBe(["-", "B2", "-", "A1"]);

    [Fact]
    public void A_level_in_brackets_keeps_them() => Told(Word("(C1)", 350, 100, 0), Word("(Al),", 350, 160, 1)).ShouldBe(["(C1)", "(A1),"]);

    [Fact]
    public void A_six_beneath_a_level_is_its_letter() => Told(Word("B2", 350, 100, 0), Word("61", 352, 160, 1), Word("61", 500, 160, 1)).ShouldBe(["B2", "C1", "61"]);

    [Fact]
    public void A_skill_far_from_levels_stays() =>
        Told(Word("B2", 350, 100, 0), Word("-", 300, 900, 1), Word("AI", 350, 900, 1)).ShouldBe(["B2", "-", "AI"]);

    [Fact]
    public void A_word_among_words_stays() => Told(Word("B2", 350, 100, 0), Word("with", 400, 160, 1), Word("AI", 450, 160, 1)).ShouldBe(["B2", "with", "AI"]);
}
