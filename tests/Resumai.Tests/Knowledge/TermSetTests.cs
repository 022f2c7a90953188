using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class TermSetTests
{
    [Theory]
    [InlineData("head chef of all", 2)]
    [InlineData("head of all", 1)]
    [InlineData("head of sales team", 4)]
    [InlineData("chef", 0)]
    public void The_longest_phrase_that_begins_at_a_word_is_taken(string text, int count)
    {
        var terms = new TermSet(["head of sales", "head", "head chef", "head of sales team"]);

        (terms.At(Tokens.Of(text), 0)?.TokenCount ?? 0).ShouldBe(count);
    }

    [Fact]
    public void A_word_that_only_begins_phrases_is_no_term()
    {
        var terms = new TermSet(["front desk"]);

        terms.Has("front").ShouldBeFalse();
        terms.AreIn(Tokens.Of("front row")).ShouldBeFalse();
        terms.AreIn(Tokens.Of("the front desk")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("baumeister")]
    [InlineData("meister")]
    [InlineData("schlosserei")]
    [InlineData("nord-koch")]
    public void A_word_has_endings_beginnings_and_hyphens_of_terms(string word)
    {
        var terms = new TermSet(["*meister", "schlosser*", "koch"]);

        terms.Has(word).ShouldBeTrue();
    }

    [Fact]
    public void Many_endings_are_told_apart()
    {
        var endings = Enumerable.Range(0, 500).Select(i => $"x{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}ung").ToArray();
        var terms = new TermSet(endings.Select(e => "*" + e));

        endings.ShouldAllBe(e => terms.Has("vor" + e));
        terms.Has("vorzzzung").ShouldBeFalse();
    }
}
