namespace Resumai.Server.Tests.Hostile;

/// <summary>DOCX and ODT: packed, nested, recursive, and reaching out.</summary>
internal static class HostilePackages
{
    private const string Laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
        + "<!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\"><!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>";
    private const string Entity = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y SYSTEM \"http://127.0.0.1:9/\">]>";
    private static readonly string Words = Zip.Paragraph("Experience") + Zip.Paragraph("2019 - 2023 Baker, Example Bakery, Ghent");

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("docx: a zip bomb of 400 MB", () => Zip.Docx(s => Zip.Fill(s, (byte)' ', 400_000_000)), "too_complex"),
        new("docx: a bomb of elements", () => Zip.Docx(Zip.Repeat("<w:p/>", 5_000_000)), "too_complex"),
        new("docx: a bomb beside the text", () => Zip.Docx(Words, parts: [("word/media/image1.png", s => Zip.Fill(s, 0, 400_000_000))]), "record"),
        new("docx: archives in archives", () => Zip.Docx(Words, parts: Zip.Bytes("word/embeddings/a.zip", Nested(6))), "record"),
        new("docx: ten thousand and more parts", () => Zip.Docx(Words, parts: [.. Enumerable.Range(0, 10_500).Select(i => Zip.Text($"word/x{i}.xml", "<x/>"))]), "too_complex"),
        new("docx: a billion laughs", () => Zip.Docx(Zip.Paragraph("&i;"), Laughs), "corrupt_document"),
        new("docx: external entities", () => Zip.Docx(Zip.Paragraph("&x;&y;"), Entity), "corrupt_document"),
        new("docx: names that climb out", () => Zip.Docx(Words, parts: [Zip.Text("../../../../tmp/resumai-slip", "x"), Zip.Text("/tmp/resumai-slip", "x"), Zip.Text("..\\..\\resumai-slip", "x")]), "record", "corrupt_document"),
        new("docx: a million runs", () => Zip.Docx($"<w:p>{Zip.Repeat("<w:r><w:t>a</w:t></w:r>", 1_000_000)}</w:p>"), "too_complex", "record"),
        new("docx: 300,000 paragraphs", () => Zip.Docx(Zip.Repeat(Zip.Paragraph("a"), 300_000)), "record", "too_complex", "timed_out"),
        new("docx: one word of 10 MB", () => Zip.Docx(Zip.Paragraph(new string('a', 10_000_000))), "record", "too_complex"),
        new("docx: tables in tables", () => Zip.Docx(Zip.Repeat("<w:tbl><w:tr><w:tc>", 5000) + Words + Zip.Repeat("</w:tc></w:tr></w:tbl>", 5000)), "too_complex"),
        new("docx: a cell over two billion columns", () => Zip.Docx($"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr>{Words}</w:tc></w:tr></w:tbl>"), "record"),
        new("docx: macros", () => Zip.Docx(Words, parts: Zip.Text("word/vbaProject.bin", "Sub AutoOpen()\nShell \"touch /tmp/resumai-macro\"\nEnd Sub")), "record"),
        new("docx: a template from elsewhere", () => Zip.Docx(Words, parts: Zip.Text("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" Target=\"http://127.0.0.1:9/evil.dotm\" TargetMode=\"External\"/></Relationships>")), "record"),
        new("odt: a billion laughs", () => Zip.Odt("<text:p>&i;</text:p>", Laughs), "corrupt_document"),
        new("odt: external entities", () => Zip.Odt("<text:p>&x;&y;</text:p>", Entity), "corrupt_document"),
        new("odt: two billion spaces", () => Zip.Odt("<text:p>Experience<text:s text:c=\"2147483647\"/>a</text:p>"), "record", "too_complex"),
        new("odt: a cell repeated two billion times", () => Zip.Odt("<table:table><table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell table:number-columns-repeated=\"2147483647\"><text:p>Experience</text:p></table:table-cell></table:table-row></table:table>"), "record", "too_complex"),
        new("odt: sections in sections", () => Zip.Odt(Zip.Repeat("<text:section>", 20_000) + "<text:p>a</text:p>" + Zip.Repeat("</text:section>", 20_000)), "too_complex"),
    ];

    private static byte[] Nested(int depth)
    {
        if (depth == 0) return Zip.Of(("zeros", s => Zip.Fill(s, 0, 50_000_000)));
        var inner = Nested(depth - 1);
        return Zip.Of([.. Enumerable.Range(0, 3).Select(i => Zip.Bytes($"{i}.zip", inner))]);
    }
}
