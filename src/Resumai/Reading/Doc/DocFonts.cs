using System.Text;

namespace Resumai.Reading.Doc;

/// <summary>Font names by number ([MS-DOC] 2.9.286 SttbfFfn).</summary>
internal sealed class DocFonts
{
    private const int NameOffset = 40;
    private readonly List<string> _names = [];

    public DocFonts(DocBytes table)
    {
        long at = 4;
        for (var i = 0; i < table.UInt16(0) && at < table.Length; i++)
        {
            var length = table.Byte(at) + 1;
            var name = Encoding.Unicode.GetString(table.Slice(at + NameOffset, length - NameOffset).Span);
            _names.Add(name.Split('\0')[0]);
            at += length;
        }
    }

    public string Name(int number) => number < _names.Count ? _names[number] : "";
}
