using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class DashMarksTests
{
    [Theory]
    [InlineData("--Νομική", 12, "– Νομική")]
    [InlineData("-Εκπαίδευση", 12, "– Εκπαίδευση")]
    [InlineData("-Εκπαίδευση", 2, "-Εκπαίδευση")]
    [InlineData("--τώρα", 12, "– τώρα")]
    [InlineData("-5", 12, "-5")]
    public void A_dash_before_an_item_is_parted_from_it_where_it_stands_apart(string text, int gap, string parted) =>
        Parted(Word(text, 0, gap)).ShouldBe(parted);

    [Fact]
    public void A_dash_within_a_line_stays_with_its_word() => Parted(Word("E", 0, 0), Word("-Mail", 22, 12)).ShouldBe("E -Mail");

    private static string Parted(params RecognizedWord[] words) => string.Join(' ', DashMarks.Part(words).Select(w => w.Text));

    /// <summary>Letters of 18 pixels, two apart, the gap behind the dashes.</summary>
    private static RecognizedWord Word(string text, int left, int gap)
    {
        var dashes = text.TakeWhile(c => c == '-').Count();
        var letters = text.Select((c, i) => new RecognizedLetter(c.ToString(), new PixelBox(left + i * 20 + (i < dashes ? 0 : gap), 10, left + i * 20 + (i < dashes ? 0 : gap) + 18, 40))).ToList();
        return new RecognizedWord(text, new PixelBox(left, 10, letters[^1].Box.Right, 40), 0, 40, 0.6, letters);
    }
}
