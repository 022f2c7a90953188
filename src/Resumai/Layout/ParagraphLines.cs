using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>A word of a line that has no places, what goes before it ('\t' or ' ') and the address it links to.</summary>
internal readonly record struct Piece(Word Word, char Separator, string? Url);

/// <summary>One line of a paragraph as written: up to a break the author set.</summary>
/// <param name="First">True for the first line of its paragraph.</param>
internal sealed record ParagraphLine(Paragraph Paragraph, IReadOnlyList<Piece> Pieces, string? Bullet, bool First)
{
    public int Length => Pieces.Sum(p => p.Word.Text.Length + 1);
}

/// <summary>Cuts paragraphs into lines at breaks and into words at spaces; tabs and runs of spaces part segments.</summary>
internal static class ParagraphLines
{
    /// <summary>So many spaces side by side stand for a tab.</summary>
    private const int SpacesOfTab = 3;

    public static List<ParagraphLine> Of(Paragraph paragraph)
    {
        var lines = new List<ParagraphLine>();
        var pieces = new List<Piece>();
        var (spaces, tab) = (0, false);
        foreach (var run in paragraph.Runs)
        {
            var start = -1;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                var c = i < run.Text.Length ? run.Text[i] : '\0';
                if (i < run.Text.Length && c is not (' ' or '\t' or '\n'))
                {
                    if (start < 0) start = i;
                    continue;
                }
                if (start >= 0)
                {
                    Append(pieces, new Word(run.Text[start..i], Box.None, run.Font), tab || spaces >= SpacesOfTab ? '\t' : spaces > 0 ? ' ' : '\0', run.Url);
                    (start, spaces, tab) = (-1, 0, false);
                }
                if (c == ' ') spaces++;
                else if (c == '\t') tab = true;
                else if (c == '\n')
                {
                    Close();
                    (spaces, tab) = (0, false);
                }
            }
        }
        Close();
        return lines;

        void Close()
        {
            if (Line(paragraph, pieces, first: lines.Count == 0) is { } line) lines.Add(line);
            pieces = [];
        }
    }

    /// <summary>A word set in pieces of two formats is one word, in the format of its longer piece.</summary>
    private static void Append(List<Piece> pieces, Word word, char separator, string? url)
    {
        if (separator != '\0' || pieces.Count == 0)
        {
            pieces.Add(new Piece(word, separator, url));
            return;
        }
        var last = pieces[^1];
        var font = word.Text.Length > last.Word.Text.Length ? word.Font : last.Word.Font;
        pieces[^1] = last with { Word = new Word(last.Word.Text + word.Text, Box.None, font), Url = last.Url ?? url };
    }

    private static ParagraphLine? Line(Paragraph paragraph, List<Piece> pieces, bool first)
    {
        var bullet = first ? paragraph.ListMark : null;
        var kept = new List<Piece>(pieces.Count);
        var dropped = false;
        foreach (var piece in pieces)
        {
            var text = piece.Word.Text;
            if (kept.Count == 0 && pieces.Count > 1 && ListMarks.IsMark(text))
            {
                bullet ??= text;
            }
            else if (kept.Count == 0 && text.Length > 1 && ListMarks.IsBullet(text[0]))
            {
                bullet ??= text[..1];
                kept.Add(piece with { Word = piece.Word with { Text = text[1..] } });
            }
            else if (ListMarks.IsIcon(text) || LineText.IsLeader(text))
            {
                // A pictogram or leader between words parts them as a tab does.
                dropped = true;
                continue;
            }
            else
            {
                kept.Add(dropped ? piece with { Separator = '\t' } : piece);
            }
            dropped = false;
        }
        return kept.Count == 0 ? null : new ParagraphLine(paragraph, kept, bullet, first);
    }
}
