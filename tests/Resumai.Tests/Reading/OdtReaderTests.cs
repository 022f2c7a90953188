using System.IO.Compression;
using Resumai.Layout;
using Resumai.Reading;
using Resumai.Reading.Odt;

namespace Resumai.Tests.Reading;

public class OdtReaderTests
{
    [Fact]
    public void Styles_inherit_from_their_parents_and_spans_lie_over_them()
    {
        var line = Arrange("<text:p text:style-name=\"P1\">Ada <text:span text:style-name=\"T1\">Muster</text:span></text:p>",
            "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Base\"><style:text-properties fo:color=\"#112233\"/></style:style>"
            + "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:font-size=\"150%\" fo:font-weight=\"normal\"/></style:style>",
            "<style:style style:name=\"Base\" style:family=\"paragraph\"><style:text-properties fo:font-size=\"16pt\" fo:font-weight=\"bold\"/></style:style>").Lines.Single();
        line.Style.ShouldBe("Base");
        line.Words.Select(w => (w.Word.Font.Size, w.Word.Font.Bold, w.Word.Font.Color)).ShouldBe([(16, true, 0x112233), (24, false, 0x112233)]);
    }

    [Fact]
    public void White_space_is_one_space_and_elements_are_what_they_stand_for() =>
        Lines("<text:p>\n  a\n  b<text:s text:c=\"2\"/>c<text:tab/>d<text:line-break/>e<text:soft-page-break/>f</text:p>").ShouldBe(["a b c\td", "ef"]);

    [Fact]
    public void Lists_nest_and_number() =>
        Arrange("<text:list text:style-name=\"L\"><text:list-item><text:p>one</text:p><text:p>more</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>"
            + "<text:list-item><text:p>two</text:p></text:list-item></text:list>",
            "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-bullet text:level=\"2\"/></text:list-style>")
            .Lines.Select(l => (l.Bullet, l.Text)).ShouldBe([("1.", "one"), (null, "more"), ("•", "inner"), ("2.", "two")]);

    [Fact]
    public void Tables_keep_rows_and_cells_that_span()
    {
        var lines = Arrange("<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>Experience</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>"
            + "<table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>Lead</text:p></table:table-cell></table:table-row></table:table>").Lines.ToList();
        lines.Select(l => l.Text).ShouldBe(["Experience", "2019\tLead"]);
        lines[0].Cell.ShouldBeNull();
        lines[1].Cell.ShouldNotBeNull().Row.ShouldBe(1);
    }

    [Fact]
    public void Frames_and_shapes_are_read_once_where_they_stand()
    {
        var blocks = Arrange("<text:p>Body with more text than its box has<draw:frame text:anchor-type=\"paragraph\" svg:width=\"4cm\" svg:height=\"2cm\"><draw:text-box><text:p>in a frame</text:p></draw:text-box><draw:image/></draw:frame>"
            + "<draw:custom-shape text:anchor-type=\"as-char\" svg:width=\"4cm\"><text:p>in a shape</text:p></draw:custom-shape></text:p>").Blocks;
        blocks.Select(b => (b.Role, string.Join('|', b.Lines.Select(l => l.Text)))).ShouldBe([(BlockRole.Body, "Body with more text than its box has|in a shape"), (BlockRole.Sidebar, "in a frame")]);
    }

    [Fact]
    public void Deleted_and_hidden_text_is_left_out_and_comments_are_no_text()
    {
        var document = Read(Package("<text:tracked-changes><text:changed-region><text:deletion><office:change-info/><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:section text:display=\"none\"><text:p>unseen</text:p></text:section>"
            + "<text:p>kept<office:annotation><text:p>note to self</text:p></office:annotation><text:span text:style-name=\"H\"> hidden</text:span><text:span text:style-name=\"W\"> white</text:span> end</text:p>",
            "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
            + "<style:style style:name=\"W\" style:family=\"text\"><style:text-properties fo:color=\"#ffffff\"/></style:style>")).Document.ShouldNotBeNull();
        PageArranger.Arrange(document).Lines.Single().Text.ShouldBe("kept end");
        document.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("21 characters");
    }

    [Fact]
    public void White_text_on_a_dark_paragraph_cell_or_frame_is_read() =>
        Arrange("<text:p text:style-name=\"P\"><text:span text:style-name=\"W\">paragraph</text:span></text:p>"
            + "<table:table><table:table-row><table:table-cell table:style-name=\"C\"><text:p><text:span text:style-name=\"W\">cell</text:span></text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p><draw:frame draw:style-name=\"F\" text:anchor-type=\"as-char\"><draw:text-box><text:p><text:span text:style-name=\"W\">frame</text:span></text:p></draw:text-box></draw:frame></text:p>",
            "<style:style style:name=\"W\" style:family=\"text\"><style:text-properties fo:color=\"#ffffff\"/></style:style>"
            + "<style:style style:name=\"P\" style:family=\"paragraph\"><style:paragraph-properties fo:background-color=\"#000033\"/></style:style>"
            + "<style:style style:name=\"C\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#000033\"/></style:style>"
            + "<style:style style:name=\"F\" style:family=\"graphic\"><style:graphic-properties draw:fill=\"solid\" draw:fill-color=\"#000033\"/></style:style>").Lines.Select(l => l.Text).ShouldBe(["paragraph", "cell", "frame"]);

    [Fact]
    public void Notes_links_and_fields_are_read()
    {
        var lines = Arrange("<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body></text:note> <text:a xlink:href=\"https://x.example\">site</text:a>"
            + " <text:a xlink:href=\"#inside\">there</text:a> <text:page-number>3</text:page-number><text:hidden-text text:string-value=\"no\">no</text:hidden-text></text:p>").Lines.ToList();
        lines.Select(l => l.Text).ShouldBe(["a site there 3", "the note"]);
        lines[0].Links.ShouldHaveSingleItem().Url.ShouldBe("https://x.example");
    }

    [Fact]
    public void Headers_of_the_page_styles_in_use_are_read() =>
        Arrange("<text:p>Body</text:p>", master: "<style:master-page style:name=\"Standard\"><style:header><text:p>Ada</text:p></style:header><style:footer><text:p>Page</text:p></style:footer>"
            + "<style:footer-left style:display=\"false\"><text:p>left</text:p></style:footer-left></style:master-page><style:master-page style:name=\"Index\"><style:header><text:p>never</text:p></style:header></style:master-page>")
            .Blocks.Select(b => (b.Role, b.Lines[0].Text)).ShouldBe([(BlockRole.Header, "Ada"), (BlockRole.Body, "Body"), (BlockRole.Footer, "Page")]);

    [Fact]
    public void An_encrypted_package_says_so() =>
        Read(Package("<text:p/>", manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")).Error.ShouldBe(ParseError.Encrypted);

    [Fact]
    public void A_compressed_type_and_a_template_are_recognised_and_other_documents_are_not()
    {
        var reader = new OdtReader();
        reader.Recognizes(Package("<text:p/>", compressType: true)).ShouldBeTrue();
        reader.Recognizes(Package("<text:p/>", type: "application/vnd.oasis.opendocument.text-template")).ShouldBeTrue();
        reader.Recognizes(Package("<text:p/>", type: "application/vnd.oasis.opendocument.spreadsheet")).ShouldBeFalse();
        reader.Recognizes(Package("<text:p/>", type: "application/vnd.oasis.opendocument.text-master")).ShouldBeFalse();
    }

    [Fact]
    public void A_document_type_definition_and_deep_nesting_are_refused()
    {
        Read(Package("<text:p>&x;</text:p>", prologue: "<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")).Error.ShouldBe(ParseError.Corrupt);
        Read(Package(string.Concat(Enumerable.Repeat("<text:section>", 500)) + string.Concat(Enumerable.Repeat("</text:section>", 500)))).Error.ShouldBe(ParseError.TooComplex);
        Read(Package($"<text:p>{new string('x', 300_000)}</text:p>"), new ReadLimits { UnpackedBytes = 100_000 }).Error.ShouldBe(ParseError.TooComplex);
    }

    private static ReadResult Read(byte[] bytes, ReadLimits? limits = null) => new OdtReader().Read(bytes, limits ?? new ReadLimits());

    private static ArrangedDocument Arrange(string body, string automatic = "", string common = "", string master = "") =>
        PageArranger.Arrange(Read(Package(body, automatic, common, master)).Document.ShouldNotBeNull());

    private static List<string> Lines(string body) => [.. Arrange(body).Lines.Select(l => l.Text)];

    private static byte[] Package(string body, string automatic = "", string common = "", string master = "", string manifest = "", string prologue = "",
        string type = "application/vnd.oasis.opendocument.text", bool compressType = false)
    {
        const string names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
            + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
            + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
            + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", type, compressType ? CompressionLevel.Fastest : CompressionLevel.NoCompression);
            Add(zip, "META-INF/manifest.xml", $"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">{manifest}</manifest:manifest>");
            Add(zip, "styles.xml", $"<office:document-styles {names}><office:styles>{common}</office:styles><office:master-styles>{master}</office:master-styles></office:document-styles>");
            Add(zip, "content.xml", $"{prologue}<office:document-content {names}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>");
        }
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, level).Open());
        writer.Write(text);
    }
}
