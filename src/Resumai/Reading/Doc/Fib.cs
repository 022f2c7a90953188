namespace Resumai.Reading.Doc;

/// <summary>The file information block ([MS-DOC] 2.5): where everything else of a Word 97–2003 document lies.</summary>
internal sealed class Fib(DocBytes document)
{
    private const int Word97Identifier = 0xA5EC, Word97Version = 0x00C1;
    private const int Lengths = 64, Positions = 154;

    /// <summary>The positions (FibRgFcLcb97, 2.5.6) that are read.</summary>
    public enum Part
    {
        Styles = 1, Sections = 6, HeaderTexts = 11, CharacterPages = 12, ParagraphPages = 13, FontNames = 15, DocumentProperties = 31, Pieces = 33,
        Shapes = 40, HeaderShapes = 41, TextBoxTexts = 56, HeaderTextBoxTexts = 58, Lists = 73, ListOverrides = 74,
    }

    /// <summary>False for other streams and for documents of Word 6 and 95, which are built otherwise.</summary>
    public bool IsWord97 => document.UInt16(0) == Word97Identifier && document.UInt16(2) >= Word97Version;

    /// <summary>True for the older programs' documents (2.5.15: nFib 101 to 104).</summary>
    public bool IsOlder => document.UInt16(0) is 0xA5DC or 0xA59B or 0xA5DB || (document.UInt16(0) == Word97Identifier && document.UInt16(2) < Word97Version);

    public bool IsEncrypted => (document.UInt16(10) & 0x0100) != 0;
    public string TableStream => (document.UInt16(10) & 0x0200) != 0 ? "1Table" : "0Table";

    /// <summary>Characters of each story, in the order they stand in: body, footnotes, page headers, macros, comments, endnotes, text boxes, text boxes of headers.</summary>
    public int BodyLength => Count(12);
    public int FootnoteLength => Count(16);
    public int HeaderLength => Count(20);
    public int MacroLength => Count(24);
    public int CommentLength => Count(28);
    public int EndnoteLength => Count(32);
    public int TextBoxLength => Count(36);
    public int HeaderTextBoxLength => Count(40);

    private int Count(int at) => Math.Max(0, document.Int32(Lengths + at));

    /// <summary>A part of the table stream.</summary>
    public DocBytes Read(Part part, DocBytes table) =>
        table.Slice((uint)document.Int32(Positions + ((int)part * 8)), (uint)document.Int32(Positions + ((int)part * 8) + 4));

    /// <summary>From the beginning of a part to the end of the table stream.</summary>
    public DocBytes ReadFrom(Part part, DocBytes table) =>
        document.Int32(Positions + ((int)part * 8) + 4) == 0 ? default : table.Slice((uint)document.Int32(Positions + ((int)part * 8)), table.Length);
}
