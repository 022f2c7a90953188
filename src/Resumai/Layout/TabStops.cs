namespace Resumai.Layout;

/// <summary>
/// Tells a narrow gap between two columns of a table or between a margin and its entry from a gap between words: what stands
/// right of it begins where other rows begin too, and the strip left of it is free in the rows above and below.
/// </summary>
internal sealed class TabStops
{
    /// <summary>In font sizes and in usual word gaps: no narrower gap is a tab.</summary>
    private const double Narrowest = 0.45, OfWordGaps = 1.5, OfGridGaps = 2.5, OfBolderGaps = 1.2;
    /// <summary>The word gap of a font of which too few are seen, in font sizes.</summary>
    private const double WordGap = 0.27;
    private const int FewestGaps = 8;
    /// <summary>Points by which edges that are one may differ.</summary>
    private const double SameEdge = 0.7;
    /// <summary>Rows beside the row itself that begin at the stop.</summary>
    private const int FewestRows = 2;
    /// <summary>Rows looked at in each direction, and how far in font sizes the next one may be.</summary>
    private const int FarthestRows = 14;
    private const double FarthestRow = 4.5;
    private const double FarApart = 2;

    private readonly List<WordRow> _rows;
    private readonly Dictionary<(string Name, double Size), double> _wordGaps;
    /// <summary>Right ends of rows whose last word or words stand far apart from the others.</summary>
    private readonly List<double> _edges;

    public TabStops(List<WordRow> rows)
    {
        _rows = rows;
        _wordGaps = rows.SelectMany(r => r.Words.Skip(1)).Where(w => w.GapBefore < w.Size)
            .GroupBy(w => (w.Word.Font.Name, w.Size)).Where(g => g.Count() >= FewestGaps)
            .ToDictionary(g => g.Key, g => g.Select(w => w.GapBefore).Order().ElementAt(g.Count() / 4));
        _edges = [.. rows.Where(r => r.Words.Exists(w => w.GapBefore > FarApart * w.Size)).Select(r => r.Words[^1].Right)];
    }

    /// <summary>True when the gap before the word parts it from what stands left of it.</summary>
    public bool Parts(int row, int word)
    {
        var spaced = _rows[row].Words[word];
        var least = Math.Max(Narrowest * spaced.Size, OfWordGaps * UsualGap(spaced)) + spaced.Spacing;
        if (spaced.GapBefore < least) return false;
        var (above, below) = (Supports(row, -1, spaced), Supports(row, 1, spaced));
        return above + below >= FewestRows || (above + below == 1 && IsGrid(row, above > 0 ? row - 1 : row + 1)) || IsDateAtEdge(_rows[row], word);
    }

    /// <summary>True when the wide gaps of two rows end at the same places, more than once.</summary>
    private bool IsGrid(int row, int beside)
    {
        var (shared, other) = (0, _rows[beside].Words);
        foreach (var word in _rows[row].Words.Skip(1))
        {
            if (word.GapBefore >= OfGridGaps * UsualGap(word) && other.Exists(o => Math.Abs(o.Left - word.Left) < SameEdge && o.GapBefore >= OfGridGaps * UsualGap(o))) shared++;
        }
        return shared >= FewestRows;
    }

    /// <summary>A date at the right edge is pushed near the text before it where that is long.</summary>
    private bool IsDateAtEdge(WordRow row, int word)
    {
        var (before, first) = (row.Words[word - 1].Word.Font, row.Words[word].Word.Font);
        // A change of weight at a gap wider than the row's tells as much as a gap much wider.
        if (row.Words[word].GapBefore < (before.Bold != first.Bold ? OfBolderGaps : OfWordGaps) * row.UsualGap) return false;
        var rest = row.Words.Skip(word).Select(w => w.Word).ToList();
        if (!rest.Exists(w => DateShape.HoldsYear(w.Text)) || !DateShape.Fits(rest)) return false;
        if (!char.IsDigit(rest[^1].Text[^1]) && !rest.Exists(w => w.Text.AsSpan().ContainsAny("-–—"))) return false;
        return _edges.Count(edge => Math.Abs(edge - rest[^1].Box.Right) < SameEdge) >= FewestRows;
    }

    private double UsualGap(SpacedWord word) => _wordGaps.GetValueOrDefault((word.Word.Font.Name, word.Size), WordGap * word.Size);

    /// <summary>Rows with text from the same edge on, up to the first that crosses the strip.</summary>
    private int Supports(int row, int step, SpacedWord word)
    {
        var support = 0;
        var baseline = _rows[row].Baseline;
        for (var (i, seen) = (row + step, 0); i >= 0 && i < _rows.Count && seen < FarthestRows; i += step, seen++)
        {
            if (Math.Abs(_rows[i].Baseline - baseline) > FarthestRow * word.Size) return support;
            baseline = _rows[i].Baseline;
            foreach (var other in _rows[i].Words)
            {
                if (other.Right <= word.Left - Narrowest * word.Size) continue;
                if (other.Left < word.Left - SameEdge) return support;
                if (other.Left <= word.Left + SameEdge) support++;
                break;
            }
        }
        return support;
    }
}
