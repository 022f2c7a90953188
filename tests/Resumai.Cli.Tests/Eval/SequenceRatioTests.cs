using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Tests.Eval;

/// <summary>Expected values: Python 3.11, <c>difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()</c> and score.py's functions.</summary>
public class SequenceRatioTests
{
    [Theory]
    [InlineData("abcd", "bcde", 0.75)]
    [InlineData("private thread currentthread", "private volatile thread currentthread", 0.8615384615384616)]
    [InlineData("abxcd", "abcd", 0.8888888888888888)]
    [InlineData("qabxcd", "abycdf", 0.6666666666666666)]
    [InlineData("", "x", 0)]
    [InlineData("🙂a", "a", 0.6666666666666666)]
    public void The_ratio_is_that_of_difflib(string a, string b, double ratio) => SequenceRatio.Of(a, b).ShouldBe(ratio, 1e-12);

    [Theory]
    [InlineData("Straße 5_b", "strasse 5 b")]
    [InlineData("ŁÓDŹ—Ørsted’s", "lodz orsteds")]
    [InlineData("ΆΝΔΡΑΣ", "ανδρασ")]
    [InlineData("co\u00ADop ﬁn ẞ x² ½", "coop fin ss x2 1 2")]
    [InlineData("a\uFE0Fb c\u0301", "a b c")]
    public void Folding_is_that_of_the_reference_scorer(string text, string folded) => TextFolding.Fold(text).ShouldBe(folded);

    [Fact]
    public void Skills_keep_plus_and_number_signs() => TextFolding.Fold("C++/C#", "+#").ShouldBe("c++ c#");

    [Fact]
    public void The_cheapest_pairs_are_found_for_more_rows_than_columns_too()
    {
        Assignment.Cheapest(new double[,] { { 4, 1, 3 }, { 2, 0, 5 }, { 3, 2, 2 } }).Order().ShouldBe([(0, 1), (1, 0), (2, 2)]);
        Assignment.Cheapest(new double[,] { { 5 }, { 1 }, { 3 } }).ShouldBe([(1, 0)]);
        Assignment.Cheapest(new double[0, 3]).ShouldBeEmpty();
    }
}
