using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class RingMarksTests
{
    private static RecognizedWord Word(string text, int left, int line) => new(text, new PixelBox(left, line * 50, left + text.Length * 15, line * 50 + 30), line, line * 50 + 30, 0.9, []);

    [Fact]
    public void Round_letters_that_begin_line_after_line_where_no_other_line_begins_are_rings()
    {
        RecognizedWord[] words = [Word("o", 40, 0), Word("Ledning", 70, 0), Word("af", 70, 1), Word("teams", 110, 1), Word("O", 41, 2), Word("Salg", 70, 2)];

        RingMarks.Told(words).Select(w => w.Text).ShouldBe(["•", "Ledning", "af", "teams", "•", "Salg"]);
    }

    [Fact]
    public void Words_of_one_letter_at_the_start_of_lines_of_running_text_stay()
    {
        RecognizedWord[] words = [Word("o", 40, 0), Word("rachunek", 70, 0), Word("firma", 40, 1), Word("o", 40, 2), Word("zysk", 70, 2), Word("oraz", 40, 3)];

        RingMarks.Told(words).Select(w => w.Text).ShouldBe(words.Select(w => w.Text));
    }

    [Fact]
    public void Rings_set_off_from_their_items_are_told_where_other_lines_begin_beside_them()
    {
        RecognizedWord[] words = [Word("Ventas", 40, 0), Word("o", 42, 1), Word("Cobro", 80, 1), Word("en", 170, 1), Word("o", 42, 2), Word("Cierre", 80, 2)];

        RingMarks.Told(words).Select(w => w.Text).ShouldBe(["Ventas", "•", "Cobro", "en", "•", "Cierre"]);
    }

    [Fact]
    public void Rings_close_to_their_items_are_told_by_their_number_where_items_wrap()
    {
        string[] lines = ["Taken", "O|Kassa", "O|Inkoop", "en", "verkoop", "O|Retouren", "O|Etaleren", "Talen"];
        var words = lines.SelectMany((line, i) => line.Split('|') is [var mark, var item] ? new[] { Word(mark, 40, i), Word(item, 66, i) } : [Word(line, 40, i)]).ToList();

        RingMarks.Told(words).Count(w => w.Text == "•").ShouldBe(4);
    }
}
