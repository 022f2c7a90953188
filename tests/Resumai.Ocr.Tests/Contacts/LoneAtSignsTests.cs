using Resumai.Ocr.Contacts;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Contacts;

public class LoneAtSignsTests
{
    private static readonly PixelBox Sign = new(100, 10, 130, 42);

    private static RecognizedWord Word(string text, int left, int right) => new(text, new PixelBox(left, 12, right, 40), 0, 40, 0.6, []);

    private static AtSign At(PixelBox word) => new(Sign, word, []);

    [Fact]
    public void What_was_read_where_a_sign_stands_alone_is_that_sign()
    {
        RecognizedWord[] words = [Word("Soldador", 0, 88), Word("(Q", 99, 132), Word("Torres", 142, 200)];

        LoneAtSigns.Told(words, [At(Sign)]).Select(w => w.Text).ShouldBe(["Soldador", "@", "Torres"]);
    }

    [Fact]
    public void A_sign_with_letters_beside_it_is_left_to_its_address()
    {
        RecognizedWord[] words = [Word("aQb", 80, 150)];

        LoneAtSigns.Told(words, [At(Sign with { Left = 80, Right = 150 })]).ShouldBe(words);
    }

    [Fact]
    public void A_word_beside_the_sign_stays()
    {
        RecognizedWord[] words = [Word("no", 60, 98), Word("Ana", 112, 180)];

        LoneAtSigns.Told(words, [At(Sign)]).Select(w => w.Text).ShouldBe(["no", "Ana"]);
    }
}
