namespace Resumai.Reading.Doc;

/// <summary>A run of bytes of the document stream with one format.</summary>
internal readonly record struct FormatRun(long Start, long End, int Style, DocBytes Properties);

/// <summary>Formats by place in the document stream ([MS-DOC] 2.8.25 PlcBte, 2.9.33 and 2.9.175 FKP).</summary>
internal sealed class FormatPages
{
    private const int PageLength = 512;
    private readonly List<FormatRun> _runs = [];
    private int _last;

    public FormatPages(DocBytes plc, DocBytes document, bool paragraphs)
    {
        var count = Math.Max(0, (plc.Length - 4) / 8);
        var pages = new HashSet<int>();
        for (var i = 0; i < count; i++)
        {
            var number = plc.Int32(((count + 1) * 4L) + (i * 4L)) & 0x3FFFFF;
            if (!pages.Add(number)) continue;
            var page = document.Slice((long)number * PageLength, PageLength);
            if (page.Length == PageLength) Read(page, paragraphs);
        }
        _runs.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    private void Read(DocBytes page, bool paragraphs)
    {
        int runs = page.Byte(PageLength - 1);
        var entryLength = paragraphs ? 13 : 1;
        if (((runs + 1) * 4) + (runs * entryLength) >= PageLength) return;
        for (var i = 0; i < runs; i++)
        {
            var (start, end) = ((long)(uint)page.Int32(i * 4), (long)(uint)page.Int32((i + 1) * 4));
            if (end <= start) continue;
            var at = page.Byte(((runs + 1) * 4) + (i * entryLength)) * 2;
            _runs.Add(at == 0 ? new FormatRun(start, end, 0, default) : paragraphs ? Paragraph(page, at, start, end) : new FormatRun(start, end, 0, page.Slice(at + 1, page.Byte(at))));
        }
    }

    /// <summary>The length counts 16-bit words, with a second byte where the first is 0 (2.9.174).</summary>
    private static FormatRun Paragraph(DocBytes page, int at, long start, long end)
    {
        var (from, length) = page.Byte(at) == 0 ? (at + 2, page.Byte(at + 1) * 2) : (at + 1, (page.Byte(at) * 2) - 1);
        return new FormatRun(start, end, page.UInt16(from), page.Slice(from + 2, length - 2));
    }

    /// <summary>The run that holds a byte; places mostly come in order.</summary>
    public FormatRun? At(long offset)
    {
        if (_last < _runs.Count && _runs[_last].Start <= offset && offset < _runs[_last].End) return _runs[_last];
        var (low, high) = (0, _runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].End <= offset) low = middle + 1;
            else if (_runs[middle].Start > offset) high = middle - 1;
            else
            {
                _last = middle;
                return _runs[middle];
            }
        }
        return null;
    }
}
