using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Spelling;

public class GreekNeighboursTests
{
    /// <summary>The words of a line, ten pixels a letter, as far apart as a space.</summary>
    private static string[] Told(params string[] line)
    {
        var left = 0;
        return [.. GreekNeighbours.Told([.. line.Select(text => Word(text, ref left))]).Select(w => w.Text)];
    }

    private static RecognizedWord Word(string text, ref int left)
    {
        var box = new PixelBox(left, 0, left + 10 * text.Length, 24);
        left = box.Right + 10;
        return new RecognizedWord(text, box, 0, 24, 0, []);
    }

    [Theory]
    [InlineData("Προϋπολογισμός: 660.000 ε", "Προϋπολογισμός: 660.000 €")]
    [InlineData("Τμήμα 12 Ε", "Τμήμα 12 Ε")]
    public void A_letter_behind_an_amount_is_the_sign_of_the_euro(string read, string printed) => Told(read.Split(' ')).ShouldBe(printed.Split(' '));

    [Theory]
    [InlineData("Γαλλικά | 61", "Γαλλικά | 61")]
    [InlineData("Γαλλικά (61", "Γαλλικά (C1")]
    [InlineData("61 - Πολύ καλή", "C1 - Πολύ καλή")]
    [InlineData("61 - σελίδες", "61 - σελίδες")]
    public void A_six_behind_a_language_or_before_what_it_means_is_the_letter_of_a_level(string read, string printed) => Told(read.Split(' ')).ShouldBe(printed.Split(' '));

    [Theory]
    [InlineData("(4γ 6 πι)", "(4y 6 m)")]
    [InlineData("Ί μήνας", "1 μήνας")]
    [InlineData("Ί Λάρισα", "Ί Λάρισα")]
    [InlineData("2014: 7 μήνες", "2014 · 7 μήνες")]
    [InlineData("2014: 7 έργα", "2014: 7 έργα")]
    public void Spans_of_time_are_told_by_their_units(string read, string printed) => Told(read.Split(' ')).ShouldBe(printed.Split(' '));

    [Fact]
    public void A_colon_and_a_point_are_one_sign() => Told("Παραλαβές:", "·", "Τιμολόγια").ShouldBe(["Παραλαβές", "·", "Τιμολόγια"]);

    [Fact]
    public void A_quotation_mark_behind_a_dash_that_nothing_closes_is_none() => Told("2014", "-", "\"Ιούλιος").ShouldBe(["2014", "-", "Ιούλιος"]);

    [Fact]
    public void A_round_capital_by_itself_is_a_pictogram() => Told("Βόλος", "Φ", "6980000000").ShouldBe(["Βόλος", "6980000000"]);
}
