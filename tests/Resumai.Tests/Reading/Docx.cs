using System.IO.Compression;

namespace Resumai.Tests.Reading;

/// <summary>Makes small Word documents of WordprocessingML.</summary>
internal static class Docx
{
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A document of a body and the parts named, with styles where one of them is "styles".</summary>
    public static byte[] With(string body, params ReadOnlySpan<DocxPart> parts) => With("document.main+xml", body, parts);

    /// <param name="kind">Content type of the main part after the usual beginning, or all of it.</param>
    public static byte[] With(string kind, string body, ReadOnlySpan<DocxPart> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var types = $"<Override PartName=\"/word/document.xml\" ContentType=\"{(kind.Contains('/') ? kind : Word + kind)}\"/>";
            var relations = "";
            foreach (var part in parts)
            {
                var target = part.External ? part.Content : $"/word/{part.Id}.{part.Extension}";
                relations += $"<Relationship Id=\"{part.Id}\" Type=\"{(part.Type.Contains(':') ? part.Type : Office + part.Type)}\" Target=\"{target}\"{(part.External ? " TargetMode=\"External\"" : "")}/>";
                if (part.External) continue;
                types += $"<Override PartName=\"{target}\" ContentType=\"{(part.ContentType.Contains('/') ? part.ContentType : Word + part.ContentType)}\"/>";
                Add(zip, target[1..], part.Content.Replace("$ns", Namespaces));
            }
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>{types}</Types>");
            var root = Relationships(("rId1", "officeDocument", "word/document.xml"));
            // Strict documents have names of their own throughout.
            Add(zip, "_rels/.rels", body.Contains("purl.oclc.org") ? root.Replace("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument") : root);
            Add(zip, "word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>");
            Add(zip, "word/document.xml", body.StartsWith("<w:document") ? body.Replace("$ns", Namespaces) : $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        }
        return stream.ToArray();
    }

    public static byte[] Of(string body, string? header = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/word/document.xml\" ContentType=\"{Word}document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Word}styles+xml\"/>"
                + $"<Override PartName=\"/word/header1.xml\" ContentType=\"{Word}header+xml\"/></Types>");
            Add(zip, "_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml")));
            Add(zip, "word/_rels/document.xml.rels", Relationships(("rId1", "styles", "styles.xml"), ("rId2", "header", "header1.xml")));
            Add(zip, "word/styles.xml", $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Base\"/><w:rPr><w:color w:val=\"112233\"/><w:sz w:val=\"32\"/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Base\"/><w:rPr><w:b/></w:rPr></w:style></w:styles>");
            Add(zip, "word/header1.xml", $"<w:hdr {Namespaces}>{header ?? "<w:p/>"}</w:hdr>");
            Add(zip, "word/document.xml", $"<w:document {Namespaces}><w:body>{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/></w:sectPr></w:body></w:document>");
        }
        return stream.ToArray();
    }

    private static string Relationships(params ReadOnlySpan<(string Id, string Type, string Target)> all)
    {
        var xml = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        foreach (var (id, type, target) in all) xml += $"<Relationship Id=\"{id}\" Type=\"{Office}{type}\" Target=\"{target}\"/>";
        return xml + "</Relationships>";
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}

/// <summary>A part that the main part refers to; in its content $ns stands for the usual namespaces.</summary>
internal sealed record DocxPart(string Id, string Type, string ContentType, string Content, string Extension = "xml", bool External = false);
