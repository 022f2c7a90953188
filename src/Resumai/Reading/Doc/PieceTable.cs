using System.Text;

namespace Resumai.Reading.Doc;

/// <summary>A stretch of text that lies together in the document stream.</summary>
/// <param name="Start">First character (CP) and the one after the last.</param>
/// <param name="Offset">Of its first byte in the document stream (FC).</param>
/// <param name="Properties">Modifiers of a fast save, for all of the piece.</param>
internal readonly record struct Piece(int Start, int End, long Offset, bool IsCompressed, DocBytes Properties)
{
    public long OffsetOf(int cp) => Offset + ((long)(cp - Start) * (IsCompressed ? 1 : 2));
}

/// <summary>The text of a document, put together of its pieces ([MS-DOC] 2.4.1, 2.8.35).</summary>
internal sealed class PieceTable
{
    private const int PieceLength = 8;
    private const int Compressed = 0x40000000;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public PieceTable(DocBytes clx, DocBytes document, int characterLimit)
    {
        var modifiers = new List<DocBytes>();
        long at = 0;
        while (clx.Byte(at) == 1 && at < clx.Length)
        {
            var length = clx.UInt16(at + 1);
            modifiers.Add(clx.Slice(at + 3, length));
            at += 3 + length;
        }
        if (clx.Byte(at) != 2) throw new InvalidDataException("The document has no piece table.");

        var table = clx.Slice(at + 5, (uint)clx.Int32(at + 1));
        var count = Math.Max(0, (table.Length - 4) / (4 + PieceLength));
        var text = new StringBuilder();
        for (var i = 0; i < count && text.Length <= characterLimit; i++)
        {
            var (start, end) = (table.Int32(i * 4), table.Int32((i + 1) * 4));
            if (start != text.Length || end < start) throw new InvalidDataException("The pieces do not follow each other.");
            var entry = ((count + 1) * 4L) + (i * (long)PieceLength);
            var place = table.Int32(entry + 2);
            var compressed = (place & Compressed) != 0;
            var offset = compressed ? (place & 0x3FFFFFFFL) / 2 : place & 0x3FFFFFFFL;
            var piece = new Piece(start, end, offset, compressed, Modifier(table.UInt16(entry + 6), modifiers));
            if (!Append(text, piece, document)) break;
            Pieces.Add(piece);
        }
        Text = text.ToString();
    }

    public List<Piece> Pieces { get; } = [];
    public string Text { get; }

    /// <summary>False when the piece lies beyond the end of the stream.</summary>
    private static bool Append(StringBuilder text, Piece piece, DocBytes document)
    {
        var length = (long)(piece.End - piece.Start) * (piece.IsCompressed ? 1 : 2);
        var bytes = document.Slice(piece.Offset, length).Span;
        if (bytes.Length < length) return false;
        text.Append((piece.IsCompressed ? Western : Encoding.Unicode).GetString(bytes));
        return text.Length == piece.End;
    }

    /// <summary>A modifier kept in the table entry itself (Prm0) is one of few, none of which is read here; the others are lists of their own (Prm1).</summary>
    private static DocBytes Modifier(int prm, List<DocBytes> modifiers) => (prm & 1) == 1 && prm >> 1 < modifiers.Count ? modifiers[prm >> 1] : default;
}
