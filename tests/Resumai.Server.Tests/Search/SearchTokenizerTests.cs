using CsCheck;
using Resumai.Server.Search;
using Resumai.Text;

namespace Resumai.Server.Tests.Search;

public class SearchTokenizerTests
{
    [Theory]
    [InlineData("Zoë Ångström", "zoe angstrom")]
    [InlineData("Straße ŁÓDŹ œuvre", "strasse lodz oeuvre")]
    [InlineData("Développeur ﬁnance", "developpeur finance")]
    [InlineData("Ελλάδα Γιώργος", "ελλαδα γιωργοσ")]
    [InlineData("C#, C++ and F#.", "c# c++ and f#")]
    [InlineData("C C# C++", "c c# c++")]
    [InlineData("C#/.NET", "c# .net")]
    [InlineData("C#.NET", "c# .net")]
    [InlineData("(.NET)", ".net")]
    [InlineData("Node.js", "node.js node js")]
    [InlineData("ASP.NET Core.", "asp.net asp net core")]
    [InlineData("c++11", "c++ 11")]
    [InlineData("React+Redux", "react redux")]
    [InlineData("Notepad++ 5+", "notepad++ notepad 5+ 5")]
    [InlineData("R&D, TCP/IP; front-end", "r d tcp ip front end")]
    [InlineData("O’Brien's", "o brien s")]
    [InlineData("e.g. etc...next", "e.g e g etc next")]
    [InlineData("Lebenslauf_2024.pdf", "lebenslauf 2024.pdf 2024 pdf")]
    [InlineData("www.a.example", "www.a.example www.a a.example www a example")]
    [InlineData("a.b.c.d.e", "a.b.c.d.e a.b.c.d b.c.d.e a.b.c b.c.d c.d.e a.b b.c c.d d.e a b c d e")]
    [InlineData("Jane.Doe+cv@mail-host.example", "jane.doe+cv@mail-host.example jane.doe jane doe cv mail host.example host example")]
    [InlineData("<jane_d@a.example>,", "jane_d@a.example jane d a.example a example")]
    [InlineData("mail @home a@ @b", "mail home a b")]
    [InlineData("+49 151 / 23", "49 151 23")]
    [InlineData("日本語 and 𝒜", "日本語 and a")]
    [InlineData("-- ... # + * \"", "")]
    [InlineData("", "")]
    public void Text_becomes_tokens(string text, string tokens) =>
        SearchTokenizer.Tokens([text]).ShouldBe(tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Theory]
    [InlineData("C#", "c#")]
    [InlineData("node.js", "node.js")]
    [InlineData("jane.doe@mail.example", "jane.doe@mail.example")]
    [InlineData("@mail.example", "mail.example")]
    [InlineData("senior  Java-dev*", "senior java dev*")]
    [InlineData("dev* ops", "dev* ops")]
    [InlineData("a*b", "a b")]
    [InlineData("*dev", "dev")]
    [InlineData("dev**", "dev*")]
    [InlineData("dev-*", "dev")]
    [InlineData("c+*", "c+*")]
    [InlineData(".n*", ".n*")]
    [InlineData("jane@ma*", "jane@ma*")]
    [InlineData("\"two words\" OR NOT near(x)", "two words or not near x")]
    [InlineData("title:koch ^x {y}", "title koch x y")]
    [InlineData("java java", "java")]
    [InlineData("* + #", "")]
    public void A_query_becomes_terms_that_must_all_match(string query, string terms) =>
        SearchTokenizer.Query(query).Select(t => t.IsPrefix ? t.Token + "*" : t.Token).ShouldBe(terms.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void A_token_longer_than_255_characters_is_cut_on_both_sides()
    {
        var token = SearchTokenizer.Tokens([new string('x', 300)]).ShouldHaveSingleItem();

        token.Length.ShouldBe(255);
        SearchTokenizer.Query(new string('x', 299)).ShouldBe([new SearchTerm(token, IsPrefix: false)]);
    }

    private static readonly Gen<string> Words = Gen.OneOf("c#", "C++", "c", ".NET", "node.js", "Ärzte", "straße", "jane.doe@mail.example", "R2-D2", "ÉCOLE", "x_y", "3.5", "日本", "a+b",
        "Ångström", "o'neil", "tcp/ip", "www.a.b.c.d.e.example");

    [Fact]
    public void What_stands_in_a_text_is_found_by_writing_it() =>
        Gen.Select(Words.Array[1, 12], Gen.OneOf(" ", ", ", "\n", " / ", "; ", "\t", ") ("), Gen.Int[0, 11]).Sample((words, separator, pick) =>
        {
            var tokens = SearchTokenizer.Tokens([string.Join(separator, words)]);

            foreach (var term in SearchTokenizer.Query(words[pick % words.Length])) tokens.ShouldContain(term.Token);
        }, iter: 500);

    [Fact]
    public void Tokens_are_folded_have_no_spaces_and_find_themselves() =>
        Gen.OneOf<string>(Gen.String, Words.Array[0, 5].Select(w => string.Concat(w)), Gen.Char["aÄß.#+@-_*' 1"].Array[0, 20].Select(c => new string(c))).Sample(text =>
        {
            foreach (var token in SearchTokenizer.Tokens([text]))
            {
                token.ShouldNotBeEmpty();
                token.Any(char.IsWhiteSpace).ShouldBeFalse();
                UnicodeText.Fold(token).ShouldBe(token);
                SearchTokenizer.Tokens([token]).ShouldContain(token);
            }
        }, iter: 2_000);

    [Fact]
    public void A_query_of_any_text_asks_for_what_the_text_has() =>
        Gen.OneOf<string>(Gen.String, Gen.Char["aÄß.#+@-_' 1"].Array[0, 20].Select(c => new string(c))).Sample(text =>
        {
            var tokens = SearchTokenizer.Tokens([text.Replace('*', ' ')]);

            // Words of a query end at spaces, those of a text too.
            foreach (var term in SearchTokenizer.Query(text.Replace('*', ' '))) tokens.ShouldContain(term.Token);
        }, iter: 2_000);
}
