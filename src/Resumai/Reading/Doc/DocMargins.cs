using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>The page headers and footers that are printed, each text once ([MS-DOC] 2.8.24 Plcfhdd): six stories a section after six of separators.</summary>
internal sealed class DocMargins(Fib fib, DocBytes document, DocBytes table, int start, DocStory story, DocShapes shapes)
{
    private const int Kinds = 6;
    private const int EvenHeader = 0, Header = 1, EvenFooter = 2, Footer = 3, FirstHeader = 4, FirstFooter = 5;
    private const int SectionLength = 12, TitlePage = 0x300A;

    public IEnumerable<List<Node>> Headers() => Printed(FirstHeader, Header, EvenHeader);
    public IEnumerable<List<Node>> Footers() => Printed(FirstFooter, Footer, EvenFooter);

    private IEnumerable<List<Node>> Printed(int first, int usual, int even)
    {
        var places = fib.Read(Fib.Part.HeaderTexts, table);
        var evenPages = (fib.Read(Fib.Part.DocumentProperties, table).Byte(0) & 1) != 0;
        var titlePage = HasTitlePage();
        var seen = new HashSet<string>();
        for (var i = Kinds; i + 1 < places.Length / 4; i++)
        {
            var kind = i % Kinds;
            if (!(kind == usual || (kind == even && evenPages) || (kind == first && titlePage))) continue;
            var nodes = story.Read(start + places.Int32(i * 4L), start + places.Int32((i + 1) * 4L), shapes);
            if (NodeText.Of(nodes) is { Length: > 0 } text && seen.Add(text)) yield return nodes;
        }
    }

    private bool HasTitlePage()
    {
        var sections = fib.Read(Fib.Part.Sections, table);
        var count = Math.Max(0, (sections.Length - 4) / (4 + SectionLength));
        for (var i = 0; i < count; i++)
        {
            var at = (uint)sections.Int32(((count + 1) * 4L) + (i * (long)SectionLength) + 2);
            if (at == uint.MaxValue) continue;
            if (Sprms.Of(document.Slice(at + 2, document.UInt16(at))).Any(s => s.Code == TitlePage && s.Byte == 1)) return true;
        }
        return false;
    }
}
