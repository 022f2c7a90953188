using Resumai.Ocr.Contacts;
using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Contacts;

public class ContactLinesTests
{
    private static RecognizedWord Word(string text, int left, double confidence, int line = 0, int height = 30) =>
        new(text, new PixelBox(left, 10 + line * 50, left + text.Length * 10, 10 + line * 50 + height), line, 40 + line * 50, confidence, []);

    private static string[] Read(IReadOnlyList<RecognizedWord> words, Func<PixelBox, CutOut, (string Text, double Confidence)> read, params InkLine[] lines) =>
        [.. ContactLines.ReadAgain(words, lines, [], english: false, read).Select(w => w.Text)];

    /// <param name="sign">From which to which pixel the at sign is.</param>
    private static string[] Read(IReadOnlyList<RecognizedWord> words, (int Left, int Right) sign, Func<PixelBox, CutOut, (string Text, double Confidence)> read) =>
        Read(words, new AtSign(new PixelBox(sign.Left, 12, sign.Right, 40), new PixelBox(sign.Left, 12, sign.Right, 40), []), read);

    private static string[] Read(IReadOnlyList<RecognizedWord> words, AtSign sign, Func<PixelBox, CutOut, (string Text, double Confidence)> read) =>
        [.. ContactLines.ReadAgain(words, [], [sign], english: false, read).Select(w => w.Text)];

    [Fact]
    public void An_address_is_read_again_and_the_rest_of_its_line_is_not() =>
        Read([Word("Łódź,", 0, 0.9), Word("a.nowakGpoczta.example", 100, 0.7), Word("|", 400, 0.8)], (_, _) => ("a.nowak@poczta.example", 0.9)).ShouldBe(["Łódź,", "a.nowak@poczta.example", "|"]);

    [Fact]
    public void An_address_in_pieces_becomes_one_word() =>
        Read([Word("monica4", 0, 0.8), Word("(Q", 80, 0.3), Word("mail.example", 110, 0.9)], (_, _) => ("monica4@mail.example", 0.9)).ShouldBe(["monica4@mail.example"]);

    [Fact]
    public void The_word_before_an_underscore_belongs_to_the_address() =>
        Read([Word("Mail:", 0, 0.95), Word("anna", 60, 0.95), Word("blau74Gpost.example", 110, 0.7)], (box, _) => (box.Left > 80 ? "_blau74@post.example" : "anna_blau74@post.example", 0.9)).ShouldBe(["Mail:", "anna_blau74@post.example"]);

    [Fact]
    public void An_ampersand_before_a_host_is_an_at_sign() =>
        Read([Word("annablau&post-sol.example", 0, 0.9)], (_, _) => ("annablau&post-sol.example", 0.9)).ShouldBe(["annablau@post-sol.example"]);

    [Fact]
    public void The_path_behind_a_host_belongs_to_it_however_surely_it_was_read() =>
        Read([Word("Web:", 0, 0.95), Word("post.example", 60, 0.97), Word("/anna-blau", 190, 0.97)], (_, _) => ("post.example/anna-blau", 0.95)).ShouldBe(["Web:", "post.example/anna-blau"]);

    [Fact]
    public void A_number_behind_a_plus_is_read_again_though_some_of_its_figures_were_read_as_letters() =>
        Read([Word("Tel.", 0, 0.95), Word("+36301ss4r67", 60, 0.4)], (_, _) => ("+36301234567", 0.9)).ShouldBe(["Tel.", "+36301234567"]);

    [Fact]
    public void A_space_within_what_is_one_word_on_the_page_is_none() =>
        Read([Word("annablau7lGpost.example", 110, 0.7)], (_, _) => ("annablau 71@post.example", 0.9)).ShouldBe(["annablau71@post.example"]);

    [Fact]
    public void A_space_before_figures_does_not_hide_the_underscore_that_another_word_belongs_to() =>
        Read([Word("anna", 60, 0.95), Word("blau74Gpost.example", 110, 0.7)], (box, _) => (box.Left > 80 ? "_blau7 4@post.example" : "anna_blau7 4@post.example", 0.9)).ShouldBe(["anna_blau74@post.example"]);

    [Fact]
    public void An_at_sign_that_was_read_as_another_sign_between_two_words_joins_them() =>
        Read([Word("annablau", 0, 0.95), Word("©", 84, 0.9), Word("post-sol.example", 98, 0.9)], (_, _) => ("annablau @ post-sol.example", 0.9)).ShouldBe(["annablau@post-sol.example"]);

    [Theory]
    [InlineData("&solpost-", "post.example", "anna-blau &solpost-", "anna-blau@solpost-")]
    [InlineData("©solpost.", "example", "anna-blau©solpost.", "anna-blau@solpost.")]
    [InlineData("blau(Qsolpo", "st.example", "anna-blau(Qsolpo", "anna-blau@solpo")]
    public void An_address_that_goes_on_below_behind_a_hyphen_or_dot_gets_its_at_sign(string second, string below, string reading, string address) =>
        Read([Word("anna-blau", 0, 0.8), Word(second, 94, 0.8), Word(below, 0, 0.9, 1)], (box, _) => (box.Top < 40 ? reading : below, 0.9)).ShouldBe([address, below]);

    [Fact]
    public void Nothing_is_read_where_an_underscore_stands_behind_the_at_sign()
    {
        var read = Read([Word("anna", 60, 0.9), Word("blau@post.example", 110, 0.5)], new AtSign(new PixelBox(62, 12, 72, 40), new PixelBox(60, 12, 280, 40), [new PixelBox(100, 12, 110, 40)]),
            (box, _) => box.Width > 0 ? ("blau@post.example", 0.9) : throw new InvalidOperationException());

        read.ShouldContain("blau@post.example");
    }

    [Fact]
    public void Lines_without_addresses_are_not_read_again() =>
        Read([Word("Doświadczenie", 0, 0.9), Word("Node.js", 200, 0.9), Word("2012", 300, 0.9), Word("2014.", 350, 0.9)], (_, _) => throw new InvalidOperationException()).Length.ShouldBe(4);

    [Fact]
    public void What_was_read_right_keeps_the_signs_around_it() =>
        Read([Word("(Cand.it.", 0, 0.9), Word("Digital", 120, 0.9)], (_, _) => ("Cand.it", 0.9)).ShouldBe(["(Cand.it.", "Digital"]);

    [Fact]
    public void The_number_before_an_address_is_none_of_it() =>
        Read([Word("436", 0, 0.7), Word("30", 40, 0.9), Word("123", 70, 0.9), Word("4567", 110, 0.8), Word("/", 152, 0.8), Word("a.bGpost.example", 164, 0.3)], (box, _) => (box.Left < 100 ? "+36 30 123 4567" : "a.b@post.example", 0.9))
            .ShouldBe(["+36", "30", "123", "4567", "/", "a.b@post.example"]);

    [Fact]
    public void An_address_whose_ending_the_line_breaks_is_read_again_up_to_the_break() =>
        Read([Word("anna.blauQpost.exam", 0, 0.8), Word("Lund", 0, 0.9, 2), Word("ple", 0, 0.9, 1)], (_, _) => ("anna.blau@post.exam", 0.9)).ShouldBe(["anna.blau@post.exam", "Lund", "ple"]);

    [Fact]
    public void What_is_cut_out_ends_before_the_line_below()
    {
        PixelBox? seen = null;
        Read([Word("a.nowak@poczta.example", 0, 0.7, height: 70)], (box, _) =>
        {
            seen ??= box;
            return ("a.nowak@poczta.example", 0.9);
        }, new InkLine(new PixelBox(0, 12, 220, 42), 20), new InkLine(new PixelBox(0, 60, 220, 90), 20));

        seen!.Value.Bottom.ShouldBeLessThan(60);
    }

    [Fact]
    public void A_pictogram_before_a_detail_and_those_in_its_column_are_no_text() =>
        Read([Word("Q", 0, 0.8), Word("Rua", 40, 0.9), Word("M", 0, 0.8, 1), Word("a.b@poczta.example", 40, 0.7, 1)], (_, _) => ("a.b@poczta.example", 0.9)).ShouldBe(["Rua", "a.b@poczta.example"]);

    [Fact]
    public void A_line_of_which_nothing_was_read_beside_an_address_is_read() =>
        Read([Word("a.nowak@poczta.example", 0, 0.9)], (box, _) => (box.Top > 50 ? "linkedin.com/in/nowak" : "a.nowak@poczta.example", 0.5), new InkLine(new PixelBox(0, 10, 220, 40), 20), new InkLine(new PixelBox(0, 60, 220, 90), 20))
            .ShouldBe(["a.nowak@poczta.example", "linkedin.com/in/nowak"]);

    [Theory]
    [InlineData("annaoblauOpost.example")]
    [InlineData("annaoblaupost.example")]
    [InlineData("annaoblaupostexample")]
    public void Where_an_at_sign_was_read_as_a_letter_or_not_at_all_its_shape_parts_the_address(string misread) =>
        Read([Word("Oslo", 0, 0.9), Word(misread, 100, 0.9)], (190, 200), (box, _) => (box.Right <= 190 ? "annaoblau" : box.Left >= 200 ? "post.example" : misread, 0.9)).ShouldBe(["Oslo", "annaoblau@post.example"]);

    [Fact]
    public void The_shape_of_an_at_sign_joins_the_words_beside_it() =>
        Read([Word("annablau", 0, 0.95), Word("post.example", 92, 0.95)], (81, 91), (box, _) => (box.Right <= 91 ? "annablau" : box.Left >= 81 ? "post.example" : "annablau post.example", 0.9)).ShouldBe(["annablau@post.example"]);

    [Fact]
    public void What_looks_like_an_at_sign_in_a_word_that_is_no_address_changes_nothing() =>
        Read([Word("Sales", 0, 0.9), Word("Globaloffice", 60, 0.9)], (110, 120), (box, _) => (box.Right <= 110 ? "Globa" : box.Left >= 120 ? "office" : "Globaloffice", 0.9)).ShouldBe(["Sales", "Globaloffice"]);

    [Fact]
    public void A_speck_before_a_parted_address_is_none_of_it() =>
        Read([Word("-annaodpost.example", 0, 0.4)], (60, 70), (box, _) => (box.Right <= 60 ? "-anna" : box.Left >= 70 ? "post.example" : "-annaodpost.example", 0.9)).ShouldBe(["anna@post.example"]);

    [Fact]
    public void An_address_that_goes_on_below_is_parted_at_the_shape_of_its_at_sign() =>
        Read([Word("annablausolpost-", 0, 0.9), Word("mail.example", 0, 0.9, 1)], (80, 90), (box, _) => (box.Top > 40 ? "mail.example" : box.Right <= 80 ? "annablau" : box.Left >= 90 ? "solpost-" : "annablausolpost-", 0.9)).ShouldBe(["annablau@solpost-", "mail.example"]);

    [Fact]
    public void The_shape_of_an_underscore_joins_words_and_parts_the_address_where_it_was_read_as_a_space() =>
        Read([Word("Mail:", 0, 0.9), Word("anna", 60, 0.9), Word("blau@post.example", 110, 0.9)], new AtSign(new PixelBox(150, 12, 160, 40), new PixelBox(60, 12, 280, 40), [new PixelBox(100, 12, 110, 40)]),
            (box, _) => (box.Right <= 100 ? "anna" : box.Right <= 150 ? "blau" : box.Left >= 160 ? "post.example" : "anna blau@post.example", 0.9)).ShouldBe(["Mail:", "anna_blau@post.example"]);

    [Fact]
    public void An_address_that_was_read_twice_alike_is_not_parted() =>
        Read([Word("anna@post.example", 0, 0.9)], (40, 50), (box, _) => box.Right <= 40 || box.Left >= 50 ? throw new InvalidOperationException() : ("anna@post.example", 0.9)).ShouldBe(["anna@post.example"]);

    [Fact]
    public void A_pictogram_that_looks_like_an_at_sign_before_an_address_is_none_of_it() =>
        Read([Word("anna@post.example", 40, 0.9)], (0, 30), (box, _) => box.Left < 30 ? throw new InvalidOperationException() : ("anna@post.example", 0.9)).ShouldBe(["anna@post.example"]);
}
