using Resumai.Normalize.Dates;
using Resumai.Text;

namespace Resumai.Fields.Entries;

/// <summary>How strongly what stands before a piece sets it apart.</summary>
internal enum Separation { None, Comma, Bracket, Preposition, Strong }

/// <summary>A piece of a cell between separators.</summary>
internal readonly record struct HeadPiece(int Start, int Length, Separation Before)
{
    public int End => Start + Length;
}

/// <summary>A part of a head line set apart by a tab or by the date: the unit that has the same place in every entry.</summary>
/// <param name="Role">What the form's label before it says it is; null without a label.</param>
/// <param name="Context">Where it stands and how it is set.</param>
internal sealed record HeadCell(Passage Text, HeadPiece[] Pieces, EntryRole? Role = null, CellContext Context = default)
{
    private const int MostPieces = 7;

    /// <summary>The cells of a line, the date left out.</summary>
    /// <param name="below">Lines between the entry's date and this line; negative above it.</param>
    public static IReadOnlyList<HeadCell> Of(EntryLine line, int below, EntryLexicon lexicon)
    {
        var cells = Bare(line, lexicon);
        if (line.Columns is { } columns && columns.Count == cells.Count) cells = [.. cells.Zip(columns, (cell, role) => cell with { Role = role })];
        return [.. cells.Select((cell, i) => cell with { Context = CellContext.Of(cell, line, below, i, cells.Count) })];
    }

    private static List<HeadCell> Bare(EntryLine line, EntryLexicon lexicon)
    {
        var text = line.Text.Text;
        var cells = new List<HeadCell>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (line.Date is { } date && i == date.Start)
            {
                Add(cells, line.Text, start, DateSpots.WithoutLabel(text, i), lexicon);
                i = start = AfterDate(text, date);
                i--;
            }
            else if (i == text.Length || text[i] == '\t')
            {
                Add(cells, line.Text, start, i, lexicon);
                start = i + 1;
            }
        }
        return Labelled(cells, lexicon);
    }

    /// <summary>Labels go; the cell after one knows what it is. "Employer: X" is one cell with its label before the colon.</summary>
    private static List<HeadCell> Labelled(List<HeadCell> cells, EntryLexicon lexicon)
    {
        var result = new List<HeadCell>();
        EntryRole? announced = null;
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (EntryLabels.IsAroundDate(cell.Text.Text.TrimEnd(':', ' '))) continue;
            if ((i == 0 || announced is null) && cells.Count > 1 && i + 1 < cells.Count && EntryLabels.TryGet(cell.Text.Text, out announced)) continue;
            var colon = cell.Text.Text.IndexOf(':');
            if (colon is > 2 and < 60 && EntryLabels.TryGet(cell.Text.Text[..colon], out var role) && role is not EntryRole.Grade)
            {
                var rest = cell.Text.Slice(colon + 1, cell.Text.Text.Length - colon - 1).Trim();
                if (!rest.IsEmpty) result.Add(new HeadCell(rest, Cut(rest.Text, lexicon), role));
                continue;
            }
            result.Add(cell with { Role = announced });
            announced = null;
        }
        return result;
    }

    private static int AfterDate(string text, DateMatch date)
    {
        var rest = text.AsSpan(date.End);
        var left = DateSpots.WithoutDuration(rest);
        return text.Length - left.Length;
    }

    private static void Add(List<HeadCell> cells, Passage line, int start, int end, EntryLexicon lexicon)
    {
        if (end <= start) return;
        var cell = line.Slice(start, end - start).Trim(",;|·•–—-/:([ ");
        if (cell.Text.EndsWith(')') && !cell.Text.Contains('(')) cell = cell.Trim(")] ");
        if (cell.Text.StartsWith(')') || cell.Text.StartsWith(']')) cell = cell.Trim(")]. ,;|·•–—-");
        if (cell.IsEmpty || DateSpots.IsDuration(cell.Text)) return;
        cells.Add(new HeadCell(cell, Cut(cell.Text, lexicon)));
    }

    /// <summary>Cuts at every separator; which of them count is decided later.</summary>
    private static HeadPiece[] Cut(string text, EntryLexicon lexicon)
    {
        var pieces = new List<HeadPiece>();
        var start = 0;
        var before = Separation.None;
        var i = 0;
        while (i < text.Length)
        {
            var (separation, length) = SeparatorAt(text, i, lexicon);
            if (separation == Separation.None)
            {
                i++;
                continue;
            }
            if (Push(pieces, text, start, i, before)) before = separation;
            else if (separation > before) before = separation;
            i += length;
            start = i;
        }
        Push(pieces, text, start, text.Length, before);
        LegalFormsStay(pieces, text);
        CitiesStay(pieces, text);
        return pieces.Count is 0 or > MostPieces ? [new HeadPiece(0, text.Length, Separation.None)] : [.. pieces];
    }

    /// <summary>"Name, Inc." is one piece.</summary>
    private static void LegalFormsStay(List<HeadPiece> pieces, string text)
    {
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            if (pieces[i].Before != Separation.Comma || !EntryLexicon.Default.LegalForms.IsForm(text.Substring(pieces[i].Start, pieces[i].Length))) continue;
            pieces[i - 1] = pieces[i - 1] with { Length = pieces[i].End - pieces[i - 1].Start };
            pieces.RemoveAt(i);
        }
    }

    /// <summary>"Austin, TX" and "Lisboa, Portugal" are one piece.</summary>
    private static void CitiesStay(List<HeadPiece> pieces, string text)
    {
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            var (city, tail) = (pieces[i - 1], pieces[i]);
            if (tail.Before is not (Separation.Comma or Separation.Bracket)
                || !PlaceEvidence.IsCityWith(text.Substring(city.Start, city.Length), text.Substring(tail.Start, tail.Length))) continue;
            pieces[i - 1] = city with { Length = tail.End - city.Start };
            pieces.RemoveAt(i);
        }
    }

    private static bool Push(List<HeadPiece> pieces, string text, int start, int end, Separation before)
    {
        while (start < end && (text[start] is ' ' or ',' or ';')) start++;
        while (end > start && (text[end - 1] is ' ' or ',' or ';')) end--;
        if (end > start && text[end - 1] == ')' && text.AsSpan(start, end - start).IndexOf('(') < 0) end--;
        if (end <= start) return false;
        pieces.Add(new HeadPiece(start, end - start, pieces.Count == 0 ? Separation.None : before));
        return true;
    }

    private static (Separation, int) SeparatorAt(string text, int i, EntryLexicon lexicon)
    {
        var c = text[i];
        var spaceBefore = i > 0 && text[i - 1] == ' ';
        var spaceAfter = i + 1 < text.Length && text[i + 1] == ' ';
        switch (c)
        {
            case '|' or '•' or '·' or '∙' or '‣' or '▪' or '→' or '›' or '»' or '@' when i > 0: return (Separation.Strong, 1);
            case '—' or '–' when spaceBefore || spaceAfter: return (Separation.Strong, 1);
            case '-' or '/' or '~' when spaceBefore && spaceAfter: return (Separation.Strong, 1);
            case ';': return (Separation.Strong, 1);
            case ',' when spaceAfter: return (Separation.Comma, 1);
            case '(' or '[' when spaceBefore: return (Separation.Bracket, 1);
            case ':' when spaceAfter: return (Separation.Bracket, 1);
            case ' ' when i > 0 && PrepositionAt(text, i + 1, lexicon) is > 0 and var length: return (Separation.Preposition, length + 1);
        }
        return (Separation.None, 0);
    }

    /// <summary>"at", "bei", "chez" before a capital: the length with the space after it.</summary>
    private static int PrepositionAt(string text, int start, EntryLexicon lexicon)
    {
        var end = text.IndexOf(' ', start);
        if (end <= start || end - start > 7 || end + 1 >= text.Length || !char.IsUpper(text[end + 1]) && !char.IsDigit(text[end + 1])) return 0;
        return lexicon.AtWords.Contains(UnicodeText.Fold(text[start..end])) ? end + 1 - start : 0;
    }
}
