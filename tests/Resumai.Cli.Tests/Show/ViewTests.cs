using System.Text.RegularExpressions;
using System.Xml.Linq;
using Resumai.Cli.Show;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Cli.Tests.Show;

public partial class ViewTests
{
    private const int Longest = 5000;
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 1, 1) };

    private static ShownDocument Document(string name)
    {
        var explained = new CvParser().Explain(File.ReadAllBytes(Repository.Document(name)), Options);
        return new ShownDocument(name, explained.Arranged!, explained.Sections!, explained.Result.Record!);
    }

    [Theory]
    [InlineData("en-GB-nurse--band.pdf")]
    [InlineData("de-DE-logistik--docx-tabular.docx")]
    public void Every_line_stands_in_the_text_form_once_in_its_order(string name)
    {
        var document = Document(name);
        var numbers = Numbered().Matches(TextView.Write(document, Layers.None, page: null)).Select(m => int.Parse(m.Groups["number"].Value));

        numbers.ShouldBe(document.Arranged.Lines.Select(l => l.Index));
    }

    [Fact]
    public void One_page_alone_has_only_its_lines()
    {
        var document = Document("da-ux--spaced.pdf");
        var lines = document.Arranged.Lines.Where(l => l.Page == 1).Select(l => l.Index);

        Numbered().Matches(TextView.Write(document, Layers.None, page: 1)).Select(m => int.Parse(m.Groups["number"].Value)).ShouldBe(lines);
    }

    [Fact]
    public void Values_stand_under_the_line_they_were_read_from()
    {
        var text = TextView.Write(Document("en-GB-nurse--band.pdf"), Layers.Evidence, page: null);

        text.ShouldMatch(@"@.*\[.*\]\n( +/.*\n)*? +/contact/emails/0 = ");
    }

    [Fact]
    public void The_page_is_drawn_as_well_formed_SVG_with_every_layer_and_a_place_for_every_value()
    {
        var document = Document("en-GB-nurse--band.pdf");
        var html = HtmlView.Write(document, Layers.Lines, page: null, picture: _ => null);
        var svg = XElement.Parse(Page().Match(html).Value);

        var layers = svg.Elements("g").Select(g => (string?)g.Attribute("class")).ToList();
        foreach (var (_, name) in LayerNames.All) layers.ShouldContain("layer " + name);
        svg.Descendants("g").Select(g => (string?)g.Attribute("data-pointer")).OfType<string>().ShouldBe(document.Values.Where(v => v.Evidence.Page == 1).Select(v => v.Pointer));
        svg.Descendants("text").Where(t => (string?)t.Attribute("class") == "number").Count().ShouldBe(document.Arranged.Lines.Count(l => l.Page == 1));
    }

    [Theory]
    [InlineData("en-GB-nurse--band.pdf")]
    [InlineData("de-DE-logistik--docx-tabular.docx")]
    public void Html_needs_no_other_file(string name)
    {
        var html = HtmlView.Write(Document(name), Layers.Lines, page: null, picture: _ => null);

        Outside().Matches(html).ShouldBeEmpty();
        html.ShouldContain("<body class=\"show-lines\">");
    }

    [Fact]
    public void What_a_document_says_is_never_markup()
    {
        var line = new TextLine { Index = 0, Page = 1, Text = "<script>", Words = [new PlacedWord(new Word("<script>", new Box(10, 10, 60, 20), Font.Unknown), 0)], Box = new Box(10, 10, 60, 20) };
        var page = new Page { Number = 1, Width = 100, Height = 100, Glyphs = [new Glyph("<", new Box(10, 10, 15, 20), 18, Font.Unknown, 0)] };
        var source = new SourceDocument { Format = Reading.DocumentFormat.Pdf, Pages = [page] };
        var document = new ShownDocument("<b>.pdf", new ArrangedDocument([new TextBlock(BlockRole.Body, 1, 0, [line])], source), [], new Master.MasterRecord());

        var html = HtmlView.Write(document, Layers.Words, page: null, picture: _ => null);

        html.Split("<script>").Length.ShouldBe(2);
        html.ShouldNotContain("<b>.pdf");
        Should.NotThrow(() => XElement.Parse(Page().Match(html).Value));
    }

    [Fact]
    public void Kinds_of_sections_have_colours_of_their_own()
    {
        var kinds = Enum.GetValues<Sections.SectionKind>();

        kinds.Select(k => SectionColors.Of(k)).Distinct().Count().ShouldBe(kinds.Length);
    }

    [GeneratedRegex(@"^ {0,3}(?<number>\d+)  ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"<svg viewBox.*?</svg>", RegexOptions.Singleline, Longest)]
    private static partial Regex Page();

    [GeneratedRegex(@"<link|@import|url\((?!#)|(src|href)=""(?!data:|#)", RegexOptions.ExplicitCapture, Longest)]
    private static partial Regex Outside();
}
