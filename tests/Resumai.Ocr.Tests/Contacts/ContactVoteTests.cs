using Resumai.Ocr.Contacts;

namespace Resumai.Ocr.Tests.Contacts;

public class ContactVoteTests
{
    private static readonly HashSet<string> Page = ["thora", "lindqvist", "react"];

    private static ContactReading Read(string text, double weight) => new(ContactText.In(text) ?? new ContactText(ContactKind.Web, ["", text], "", ""), weight);

    private static string? Best(params ContactReading[] readings) => ContactVote.Best(readings, [], Page)?.Value;

    [Fact]
    public void A_reading_with_the_form_of_an_address_wins_over_a_surer_one_without() =>
        Best(Read("a.berg@post.cxample", 0.9), Read("a.berg@post.example", 0.6)).ShouldBe("a.berg@post.example");

    [Fact]
    public void An_address_wins_over_surer_readings_of_its_host_alone() =>
        Best(Read("post.example", 0.9), Read("post.example", 0.8), Read("l.berg@post.example", 0.6)).ShouldBe("l.berg@post.example");

    [Fact]
    public void The_local_part_that_agrees_with_the_name_wins() =>
        Best(Read("thora.llndqvist@post.example", 0.8), Read("thora.lindqvist@post.example", 0.6)).ShouldBe("thora.lindqvist@post.example");

    [Fact]
    public void Parts_are_taken_from_different_readings() =>
        Best(Read("thora.lindqvist@p0st.cxample", 0.5), Read("th0ra.lindqvist@post.example", 0.6)).ShouldBe("thora.lindqvist@post.example");

    [Fact]
    public void A_stroke_read_as_a_capital_is_no_letter_of_a_handle_that_holds_the_name() =>
        Best(Read("linkedin.com/in/Vthoralind", 0.8), Read("linkedin.com/in/Ahoralind", 0.7)).ShouldBe("linkedin.com/in/thoralind");

    [Fact]
    public void Another_handle_of_the_page_tells_between_readings() =>
        ContactVote.Best([Read("github.com/fhoralind", 0.3)], [Read("linkedin.com/in/thoralind", 0.5)], Page)!.Value.ShouldBe("github.com/thoralind");

    [Fact]
    public void Without_a_valid_reading_nothing_is_chosen() => Best(Read("a.berg@post.cxample", 0.9)).ShouldBeNull();

    [Fact]
    public void An_address_that_goes_on_in_the_next_line_is_what_two_readings_agree_on() =>
        Best(Read("a.bergGpost.exam", 0.5), Read("a.berg@post.exam", 0.9), Read("a.berg@post.exam", 0.8)).ShouldBe("a.berg@post.exam");

    [Fact]
    public void A_capital_that_looks_like_a_stroke_and_a_letter_is_both_where_the_name_says_so()
    {
        Best(Read("linkedin.com/in/Ahoralind", 0.8), Read("linkedin.com/in/Ahoralind", 0.7)).ShouldBe("linkedin.com/in/thoralind");
        Best(Read("linkedin.com/in/Walter-k", 0.8)).ShouldBe("linkedin.com/in/Walter-k");
    }

    [Fact]
    public void A_number_behind_the_name_is_figures()
    {
        Best(Read("thoraz68@post.example", 0.8), Read("thoraz68@post.example", 0.7)).ShouldBe("thora268@post.example");
        Best(Read("t.lindqvists2@post.example", 0.8)).ShouldBe("t.lindqvist52@post.example");
    }

    [Fact]
    public void Letters_behind_no_name_or_without_a_figure_stay()
    {
        Best(Read("boz68@post.example", 0.8), Read("boz68@post.example", 0.7)).ShouldBe("boz68@post.example");
        Best(Read("thoras@post.example", 0.8)).ShouldBe("thoras@post.example");
    }
}
