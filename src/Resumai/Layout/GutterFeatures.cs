namespace Resumai.Layout;

/// <summary>What a stretch of a gutter looks like, in numbers that know nothing of scale and language: the judge's only evidence.</summary>
internal static class GutterFeatures
{
    private const double Strict = 0.15, Loose = 0.45, Overlap = 0.2;

    /// <summary>The place of <see cref="CardRows.Starts"/> among the features.</summary>
    private const int Starts = 18;

    public static bool HasCards(float[] features) => features[Starts] > 0;

    public static float[] Of(GutterStretch stretch, RegionFrame region)
    {
        var (rows, beside) = (stretch.Left, stretch.Right);
        var (left, right) = (new SideShape(rows), new SideShape(beside));
        var size = region.Size;
        var (top, bottom) = (Math.Min(left.Top, right.Top), Math.Max(left.Bottom, right.Bottom));
        var list = new List<float>(80);
        void Add(double value) => list.Add((float)Math.Round(Math.Clamp(value, -60, 60), 3));

        Add(region.Depth);
        Add(left.Count);
        Add(right.Count);
        Add(Math.Min(left.Count, right.Count) / (double)Math.Max(left.Count, right.Count));
        Add((double)left.Length / (left.Length + right.Length));
        Add(left.Width / (left.Width + right.Width));
        Add((right.Left - left.Right) / size);
        Add((bottom - top) / Math.Max(1, region.Bottom - region.Top));
        Add((double)(left.Segments + right.Segments) / region.Segments);
        Add((right.Right - left.Left) / Math.Max(1, region.Right - region.Left));
        Add((top - region.Top) / size);
        Add((region.Bottom - bottom) / size);
        Add((left.Top - right.Top) / size);
        Add((left.Bottom - right.Bottom) / size);
        Add(left.Size / right.Size);
        Add(left.Leading);
        Add(right.Leading);
        Add(left.Leading == 0 || right.Leading == 0 ? 0 : left.Leading * left.Size / (right.Leading * right.Size));
        Meeting(Add, rows, beside, left, right);
        foreach (var side in (SideShape[])[left, right])
        {
            Add((double)side.CellStarts.Count / side.Count);
            Add(side.LongestCell);
            Add(side.Filled);
            Add((double)side.Segments / side.Count);
            Add((double)side.Length / side.Count);
            Add(side.Share(RowTraits.Dated));
            Add(side.Share(RowTraits.HoldsYear));
            Add(side.AtOneEdge(r => r.Box.Left));
            Add(side.AtOneEdge(r => r.Box.Right));
            Add(side.Share(RowTraits.Mark));
            Add(side.Share(RowTraits.Bold));
            Add(side.Large(1.12 * size));
            Add(side.Wrapped());
            Add(side.Share(RowTraits.BeginsSmall));
            Add(side.Share(RowTraits.BeginsWithDigit));
            Add(side.Share(RowTraits.EndsWithColon));
            Add(side.Long(0.8));
            Add(side.Share(RowTraits.Capitals));
        }
        var heads = left.Heads(size).ToList();
        var others = right.Heads(size).ToList();
        Add(heads.Count(h => others.Exists(h.IsSetLike)));
        Add(others.Count(h => heads.Exists(h.IsSetLike)));
        Add(rows[0].IsSetLike(beside[0]) ? 1 : 0);
        Add(rows[0].Main.Font.Bold ? 1 : 0);
        Add(beside[0].Main.Font.Bold ? 1 : 0);
        Add(Math.Max(rows.Max(r => r.Size), 0) / size);
        Add(Math.Max(beside.Max(r => r.Size), 0) / size);
        Add(stretch.IsWhole ? 1 : 0);
        var kind = ColumnTest.Judge(rows, beside);
        Add(kind == GutterKind.Columns ? 1 : kind == GutterKind.Rows ? -1 : 0);
        Add(Cards.Find(stretch.Whole, rows, beside).Count);
        return [.. list];
    }

    /// <summary>What rows of cells would hold: the rows of each, and how many stand on a row of the other side though neither begins its cell.</summary>
    private static void Bands(Action<double> add, List<TextRow> rows, List<TextRow> beside, List<double> starts)
    {
        var (conflicts, tallest, single, both, i, j) = (0, 0, 0, 0, 0, 0);
        for (var band = 0; band <= starts.Count; band++)
        {
            var bottom = band < starts.Count ? starts[band] : double.PositiveInfinity;
            var (firstLeft, firstRight) = (i, j);
            while (i < rows.Count && rows[i].Box.CenterY < bottom) i++;
            while (j < beside.Count && beside[j].Box.CenterY < bottom) j++;
            var (left, right) = (i - firstLeft, j - firstRight);
            if (left == 0 || right == 0) continue;
            both++;
            tallest = Math.Max(tallest, Math.Min(left, right));
            if (Math.Min(left, right) == 1) single++;
            for (int l = firstLeft + 1, r = firstRight + 1; l < i && r < j;)
            {
                var apart = rows[l].Baseline - beside[r].Baseline;
                if (Math.Abs(apart) <= Strict * rows[l].Size) (conflicts, l, r) = (conflicts + 1, l + 1, r + 1);
                else if (apart < 0) l++;
                else r++;
            }
        }
        add(tallest);
        add(both);
        add((double)single / Math.Max(1, both));
        add((double)conflicts / Math.Min(rows.Count, beside.Count));
    }

    /// <summary>How the base lines and cells of both sides meet.</summary>
    private static void Meeting(Action<double> add, List<TextRow> rows, List<TextRow> beside, SideShape left, SideShape right)
    {
        var starts = CardRows.Starts(rows, beside);
        add(starts.Count);
        add((double)starts.Count / Math.Min(rows.Count, beside.Count));
        Bands(add, rows, beside, starts);
        foreach (var (these, those, here, there) in new[] { (rows, beside, left, right), (beside, rows, right, left) })
        {
            var (strict, loose, astray, alike, cellOn, cellAtCell, cellAlone, from) = (0, 0, 0, 0, 0, 0, 0, 0);
            var (cells, others) = (here.CellStarts, there.CellStarts);
            var cell = 0;
            for (var i = 0; i < these.Count; i++)
            {
                var row = these[i];
                var begins = cell < cells.Count && cells[cell] == i;
                if (begins) cell++;
                while (from < those.Count && those[from].Box.Bottom < row.Box.Top - row.Size) from++;
                var (distance, nearest, overlaps) = (double.MaxValue, -1, false);
                for (var j = from; j < those.Count && those[j].Box.Top <= row.Box.Bottom + row.Size; j++)
                {
                    var apart = Math.Abs(those[j].Baseline - row.Baseline) / row.Size;
                    if (apart < distance) (distance, nearest) = (apart, j);
                    overlaps |= those[j].Box.VerticalOverlap(row.Box) > Overlap * row.Size;
                }
                if (distance <= Strict)
                {
                    strict++;
                    if (row.IsSetLike(those[nearest])) alike++;
                    if (begins) cellOn++;
                    if (begins && others.BinarySearch(nearest) >= 0) cellAtCell++;
                }
                if (distance <= Loose) loose++;
                else if (overlaps) astray++;
                if (begins && !overlaps) cellAlone++;
            }
            add((double)strict / these.Count);
            add((double)loose / these.Count);
            add((double)astray / these.Count);
            add(strict == 0 ? 0 : (double)alike / strict);
            add((double)cellOn / cells.Count);
            add((double)cellAtCell / cells.Count);
            add((double)cellAlone / cells.Count);
        }
    }
}
