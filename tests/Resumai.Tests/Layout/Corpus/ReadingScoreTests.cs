using Resumai.Bench.PageReading;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Tests.Layout.Corpus;

/// <summary>The measure itself: made-up truth against made-up pages.</summary>
public class ReadingScoreTests
{
    private static TruthLine Line(double left, double baseline, string text, int block = 0) => new(1, block, true, null,
    [
        .. text.Split(' ').Select((word, i) => new TruthWord(word, 1, At(left, baseline, text, i, word.Length))),
    ]);

    // Letters of half a font size, spaces of a quarter, as a Sheet sets them.
    private static Box At(double left, double baseline, string text, int word, int length)
    {
        var before = text.Split(' ').Take(word).Sum(w => (w.Length * 5) + 2.5);
        return new Box(left + before, baseline - 7.7, left + before + (length * 5), baseline + 2.3);
    }

    private static ReadingScore Score(Sheet sheet, params TruthLine[] lines) => ReadingResult.Of(new LineTruth("made-up", "test", [], lines), sheet.Arrange()).Score;

    [Fact]
    public void A_page_read_as_it_is_meant_loses_nothing()
    {
        var score = Score(Sheet.New.Text(50, 100, "Senior engineer").Text(50, 112, "Aldwick Foundry"), Line(50, 100, "Senior engineer"), Line(50, 112, "Aldwick Foundry"));

        (score.Recall, score.Precision, score.Glued, score.Split, score.Adjacency).ShouldBe((1, 1, 0, 0, 1));
    }

    [Fact]
    public void A_word_that_is_not_read_costs_recall_and_one_that_is_not_there_costs_precision()
    {
        var score = Score(Sheet.New.Text(50, 100, "Senior engineer").Text(50, 112, "invented"), Line(50, 100, "Senior engineer"), Line(50, 160, "Aldwick Foundry"));

        score.Recall.ShouldBe(0.5);
        score.Precision.ShouldBe(2 / 3.0, 0.001);
    }

    [Fact]
    public void Words_run_together_are_found_but_counted_as_glued()
    {
        var score = Score(Sheet.New.Text(50, 100, "Seniorengineer"), Line(50, 100, "Senior engineer"));

        (score.Recall, score.Precision, score.Glued, score.Split).ShouldBe((1, 1, 1, 0));
    }

    [Fact]
    public void A_word_taken_apart_is_found_but_counted_as_split()
    {
        var score = Score(Sheet.New.Text(50, 100, "Sen").Text(68.5, 100, "ior"), Line(50, 100, "Senior"));

        (score.Recall, score.Precision, score.Glued, score.Split).ShouldBe((1, 1, 0, 1));
    }

    [Fact]
    public void A_date_at_the_right_edge_may_be_a_line_of_its_own_in_truth_and_the_end_of_a_line_in_ours()
    {
        var score = Score(
            Sheet.New.Text(50, 100, "Senior engineer").Text(400, 100, "2019 2023").Text(50, 112, "Aldwick Foundry"),
            Line(50, 100, "Senior engineer"), Line(400, 100, "2019 2023", 1), Line(50, 112, "Aldwick Foundry", 2));

        (score.Pairs, score.GoodPairs).ShouldBe((2, 2));
    }

    [Fact]
    public void Columns_read_across_break_the_order_of_their_lines()
    {
        string[] left = ["Senior engineer", "Aldwick Foundry"], right = ["Quality lead", "Norvale Steel"];
        var read = Sheet.New.Text(50, 100, left[0] + " " + right[0]).Text(50, 112, left[1] + " " + right[1]);
        var score = Score(read, Line(50, 100, left[0]), Line(50, 112, left[1]), Line(127.5, 100, right[0], 1), Line(127.5, 112, right[1], 1));

        (score.Pairs, score.GoodPairs, score.Jumps).ShouldBe((3, 0, 1));
        score.Recall.ShouldBe(1);
    }

    [Fact]
    public void A_number_before_an_item_is_no_word_whoever_takes_it_for_text()
    {
        var score = Score(Sheet.New.Text(50, 100, "1. Audits").Text(50, 112, "2. Tests").Text(50, 124, "3. Trials"), Line(50, 100, "1. Audits"), Line(50, 112, "2. Tests"), Line(50, 124, "3. Trials"));

        (score.TruthWords, score.Recall, score.Precision).ShouldBe((3, 1, 1));
    }

    [Fact]
    public void Marks_alone_are_no_words()
    {
        var score = Score(Sheet.New.Text(50, 100, "• Audits | • Tests"), Line(50, 100, "• Audits | • Tests"));

        (score.TruthWords, score.OurWords).ShouldBe((2, 2));
    }
}
