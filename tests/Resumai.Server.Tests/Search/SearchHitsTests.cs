using Resumai.Server.Search;

namespace Resumai.Server.Tests.Search;

public class SearchHitsTests
{
    [Theory]
    [InlineData("angstrom", "Zoë [Ångström], Malmö")]
    [InlineData("strasse", "In der [Straße] 5")]
    [InlineData("js", "Node.[js] und JavaScript")]
    [InlineData("node.js", "[Node.js] und Node")]
    [InlineData("c", "C++ und [C] und C#")]
    [InlineData("c++", "[C++] und C")]
    [InlineData("java*", "[Java] und [JavaScript]")]
    [InlineData("anna@post.example", "Mail: [anna@post.example]")]
    [InlineData("post", "anna@[post].example")]
    [InlineData("nothing", "Zoë")]
    public void What_the_index_finds_is_marked_in_the_text_as_printed(string query, string marked)
    {
        var text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var hits = SearchHits.In(text, SearchTokenizer.Query(query));

        var shown = text;
        foreach (var hit in hits.Reverse()) shown = shown.Insert(hit.End, "]").Insert(hit.Start, "[");
        shown.ShouldBe(marked);
    }
}
