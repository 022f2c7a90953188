using System.IO.Compression;
using System.Text;
using Resumai.Layout;
using Resumai.Reading;
using Resumai.Reading.Docx;

namespace Resumai.Tests.Reading;

public class DocxReaderTests
{
    [Fact]
    public void Paragraphs_keep_their_effective_format()
    {
        var line = Lines(Docx.Of("""<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p>"""))[0];
        (line.Text, line.Style, line.OutlineLevel).ShouldBe(("Experience", "heading 1", 1));
        (line.Font.Size, line.Font.Bold, line.Font.Color).ShouldBe((16, true, 0x112233));
    }

    [Fact]
    public void Tabs_breaks_links_and_typed_marks_are_read()
    {
        var lines = Lines(Docx.Of("""
            <w:p><w:r><w:t>Title</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Employer</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">– did </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.example"</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>this</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            """));
        lines.Select(l => (l.Bullet, l.Text)).ShouldBe([(null, "Title\t2019"), (null, "Employer"), ("–", "did this")]);
        lines[2].Links.ShouldHaveSingleItem().ShouldBe(new LineLink("https://x.example", 4, 4));
    }

    [Fact]
    public void Deleted_and_hidden_text_is_left_out()
    {
        var document = Read(Docx.Of("""
            <w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>
            <w:ins><w:r><w:t xml:space="preserve"> added</w:t></w:r></w:ins></w:p>
            """)).Document.ShouldNotBeNull();
        PageArranger.Arrange(document).Lines.Single().Text.ShouldBe("kept added");
        document.Warnings.Single().Code.ShouldBe("hidden_text");
    }

    [Fact]
    public void A_row_of_date_and_entry_is_a_row()
    {
        var lines = Lines(Docx.Of(Table(["2019 – 2021"], ["Project Lead", "Nordwind GmbH", "Built things", "Led people", "Wrote plans"])));
        lines[0].Text.ShouldBe("2019 – 2021\tProject Lead");
        lines[0].Cell.ShouldNotBeNull().Row.ShouldBe(0);
        lines[1].Text.ShouldBe("Nordwind GmbH");
    }

    [Fact]
    public void A_row_of_two_long_cells_is_two_columns()
    {
        var document = PageArranger.Arrange(Read(Docx.Of(Table(
            ["Contact", "a@b.example", "Skills", "Welding", "Drawing"],
            ["Experience", "Lead at Nordwind GmbH in Vienna", "Built things of many kinds", "Engineer at Südwind GmbH in Graz", "Built other things of other kinds"]))).Document!);
        document.Blocks.Select(b => (b.Role, b.Lines[0].Text)).ShouldBe([(BlockRole.Body, "Experience"), (BlockRole.Sidebar, "Contact")]);
        document.Lines.ShouldAllBe(l => l.Cell == null && !l.Text.Contains('\t'));
    }

    [Fact]
    public void A_text_box_is_read_once()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>";
        var lines = Lines(Docx.Of($"""
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
            <wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>outside of it</w:t></w:r></w:p>
            """));
        lines.Select(l => l.Text).ShouldBe(["outside of it", "in the box"], ignoreOrder: true);
    }

    [Fact]
    public void A_page_header_is_read_once_and_has_its_role()
    {
        var blocks = PageArranger.Arrange(Read(Docx.Of("<w:p><w:r><w:t>Body</w:t></w:r></w:p>", header: "<w:p><w:r><w:t>ada@b.example</w:t></w:r></w:p>")).Document!).Blocks;
        blocks.Select(b => (b.Role, b.Lines.Single().Text)).ShouldBe([(BlockRole.Header, "ada@b.example"), (BlockRole.Body, "Body")]);
    }

    [Fact]
    public void Other_packages_are_not_taken_for_documents()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            writer.Write("a sheet that mentions word/document.xml");
        }
        DocumentReaders.Recognize(stream.ToArray()).ShouldBeNull();
        DocumentReaders.Recognize(Docx.Of("<w:p/>"))!.Format.ShouldBe(Resumai.Reading.DocumentFormat.Docx);
    }

    [Fact]
    public void An_encrypted_package_says_so()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[96]];
        DocumentReaders.Recognize(bytes).ShouldBeOfType<DocxReader>();
        DocumentReaders.Read(bytes, new ReadLimits()).Error.ShouldBe(ParseError.Encrypted);
    }

    [Fact]
    public void A_document_that_unpacks_to_too_much_is_refused()
    {
        var bytes = Docx.Of($"<w:p><w:r><w:t>{new string('x', 300_000)}</w:t></w:r></w:p>");
        Read(bytes, new ReadLimits { UnpackedBytes = 100_000 }).Error.ShouldBe(ParseError.TooComplex);
        Read(bytes, new ReadLimits { Characters = 100_000 }).Error.ShouldBe(ParseError.TooComplex);
        Read(bytes).Document.ShouldNotBeNull();
    }

    [Fact]
    public void Deep_nesting_is_refused() =>
        Read(Docx.Of(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5000)) + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5000))))
            .Error.ShouldBe(ParseError.TooComplex);

    [Fact]
    public void Mutated_files_never_throw()
    {
        foreach (var mutated in Fixtures.Mutations(Docx.Of(Table(["2019"], ["Lead", "Nordwind"]), header: "<w:p><w:r><w:t>Ada</w:t></w:r></w:p>"), 100))
        {
            var result = Read(mutated);
            if (result.Document is { } document) PageArranger.Arrange(document).ShouldNotBeNull();
            else result.Error.ShouldNotBeNull();
        }
    }

    private static ReadResult Read(byte[] bytes, ReadLimits? limits = null) => new DocxReader().Read(bytes, limits ?? new ReadLimits());

    private static List<TextLine> Lines(byte[] bytes) => [.. PageArranger.Arrange(Read(bytes).Document.ShouldNotBeNull()).Lines];

    private static string Table(params ReadOnlySpan<string[]> cells)
    {
        var row = new StringBuilder("<w:tbl><w:tr>");
        foreach (var cell in cells) row.Append("<w:tc>").AppendJoin("", cell.Select(p => $"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>")).Append("</w:tc>");
        return row.Append("</w:tr></w:tbl>").ToString();
    }
}
