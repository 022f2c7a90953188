using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Finds a row of cells side by side whose lines are centred, as the head of a page has them (an address, a telephone number, an
/// e-mail address): lines of different cells need not be level, and every cell is read whole.
/// </summary>
internal static class CentredCells
{
    private const int FewestCells = 3, MostRows = 4;
    /// <summary>In font sizes: the distance of lines of a cell, and the space that parts the row from what stands above and below.</summary>
    private const double Leading = 1.9, Apart = 0.6;
    /// <summary>Points: middles that are one, and by how much lines differ in width for their middle to tell.</summary>
    private const double SameMiddle = 1.5, Ragged = 4;
    /// <summary>The part by which distances of cells may differ: an icon before a text moves it aside.</summary>
    private const double Uneven = 0.08;

    /// <summary>The uppermost row of such cells; null where there is none.</summary>
    public static CellRows? Find(IReadOnlyList<Segment> segments)
    {
        foreach (var band in Bands(segments))
        {
            if (band.Count <= FewestCells || Cells(band) is not { } cells) continue;
            var (top, taken) = (band.Min(s => s.Box.Top), band.ToHashSet());
            return new CellRows(cells, [.. segments.Where(s => s.Box.Top < top)], [.. segments.Where(s => s.Box.Top >= top && !taken.Contains(s))]);
        }
        return null;
    }

    /// <summary>Text between spaces that go over the whole width, from top to bottom.</summary>
    private static List<List<Segment>> Bands(IReadOnlyList<Segment> segments)
    {
        var bands = new List<List<Segment>>();
        var bottom = double.NegativeInfinity;
        foreach (var segment in segments.OrderBy(s => s.Box.Top))
        {
            if (bands.Count == 0 || segment.Box.Top - bottom > Apart * segment.Size) bands.Add([]);
            bands[^1].Add(segment);
            bottom = Math.Max(bottom, segment.Box.Bottom);
        }
        return bands;
    }

    private static List<List<Segment>>? Cells(List<Segment> band)
    {
        var cells = new List<List<Segment>>();
        var right = double.NegativeInfinity;
        foreach (var segment in band.OrderBy(s => s.Box.Left))
        {
            if (cells.Count == 0 || segment.Box.Left > right) cells.Add([]);
            cells[^1].Add(segment);
            right = Math.Max(right, segment.Box.Right);
        }
        if (cells.Count < FewestCells || !cells.TrueForAll(IsCentred) || !AreEven(cells.ConvertAll(c => c[0].Box.CenterX))) return null;
        return cells.Exists(c => c.Count > 1 && c.Max(s => s.Box.Width) - c.Min(s => s.Box.Width) > Ragged) ? cells : null;
    }

    private static bool AreEven(List<double> middles)
    {
        var distance = (middles[^1] - middles[0]) / (middles.Count - 1);
        return middles.Index().All(m => Math.Abs(m.Item - middles[0] - m.Index * distance) < Uneven * distance);
    }

    private static bool IsCentred(List<Segment> cell)
    {
        if (cell.Count > MostRows) return false;
        cell.Sort((a, b) => a.Baseline.CompareTo(b.Baseline));
        for (var i = 1; i < cell.Count; i++)
        {
            if (Math.Abs(cell[i].Box.CenterX - cell[0].Box.CenterX) > SameMiddle || cell[i].Baseline - cell[i - 1].Baseline is var distance && (distance <= 0 || distance > Leading * cell[i].Size)) return false;
        }
        return true;
    }
}
