using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class PercentSignsTests
{
    private static RecognizedWord Word(string text, int left, double confidence) => new(text, new PixelBox(left, 10, left + text.Length * 20, 40), 0, 40, confidence, []);

    private static string Read(string again, params RecognizedWord[] words) => string.Join(' ', PercentSigns.ReadAgain(words, _ => (again, 0.9)).Select(w => w.Text));

    [Theory]
    [InlineData("%", "60 %")]
    [InlineData("94", "60 94")]
    public void Doubtful_figures_behind_a_number_are_the_sign_where_the_second_reading_sees_it(string again, string text) =>
        Read(again, Word("60", 10, 0.96), Word("94", 65, 0.66)).ShouldBe(text);

    [Fact]
    public void The_sign_set_on_a_number_is_told_from_its_last_figures() => Read("62%;", Word("6296;", 10, 0.5)).ShouldBe("62%;");

    [Fact]
    public void Figures_that_were_read_surely_or_that_stand_alone_are_not_read_again()
    {
        Read("%", Word("60", 10, 0.96), Word("94", 65, 0.95)).ShouldBe("60 94");
        Read("%", Word("94", 65, 0.5)).ShouldBe("94");
    }

    [Fact]
    public void An_ending_behind_the_sign_is_kept()
    {
        Read("58%-kal", Word("5890-kal", 10, 0.4)).ShouldBe("58%-kal");
        Read("63%-kal;", Word("6396-kal;", 10, 0.4)).ShouldBe("63%-kal;");
        Read("63%", Word("2006-kal", 10, 0.4)).ShouldBe("2006-kal");
    }

    [Fact]
    public void The_sign_may_be_read_as_four_figures() => Read("17%", Word("179060", 10, 0.8)).ShouldBe("17%");
}
