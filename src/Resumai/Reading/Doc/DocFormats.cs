namespace Resumai.Reading.Doc;

/// <summary>The text of a document and the format of each of its characters and paragraphs.</summary>
internal sealed class DocFormats(PieceTable text, FormatPages characters, FormatPages paragraphs, DocStyles styles)
{
    private int _piece;
    private (long? Run, int Style, int Piece, DocCharacters Format) _cached = (-1, 0, 0, default);

    public string Text => text.Text;
    public DocStyles Styles => styles;

    /// <summary>The format of the paragraph that ends with the mark, and its modifiers, which for the end of a row say what the row is like.</summary>
    public (DocParagraph Format, DocBytes Modifiers) Paragraph(int mark)
    {
        if (PieceOf(mark) is not { } piece || paragraphs.At(piece.OffsetOf(mark)) is not { } run) return (default, default);
        var format = styles.Of(run.Style).Paragraph with { Style = run.Style };
        return (format.With(run.Properties).With(piece.Properties), run.Properties);
    }

    /// <summary>True when the format of a paragraph ends right after the character.</summary>
    public bool EndsParagraph(int cp) =>
        PieceOf(cp) is { } piece && paragraphs.At(piece.OffsetOf(cp)) is { } run && run.End == piece.OffsetOf(cp) + (piece.IsCompressed ? 1 : 2);

    /// <summary>The format of a character in a paragraph of a style.</summary>
    public DocCharacters Character(int cp, int style)
    {
        if (PieceOf(cp) is not { } piece) return DocCharacters.Default;
        var run = characters.At(piece.OffsetOf(cp));
        if ((_cached.Run, _cached.Style, _cached.Piece) == (run?.Start, style, piece.Start)) return _cached.Format;
        var own = styles.Of(style).Characters;
        var format = own.With(run?.Properties ?? default, own, styles).With(piece.Properties, own, styles);
        _cached = (run?.Start, style, piece.Start, format);
        return format;
    }

    private Piece? PieceOf(int cp)
    {
        var pieces = text.Pieces;
        if (_piece < pieces.Count && pieces[_piece].Start <= cp && cp < pieces[_piece].End) return pieces[_piece];
        var (low, high) = (0, pieces.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].End <= cp) low = middle + 1;
            else if (pieces[middle].Start > cp) high = middle - 1;
            else return pieces[_piece = middle];
        }
        return null;
    }
}
