using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Brings raised and lowered glyphs (1<sup>st</sup>, CO<sub>2</sub>) into the row whose word they are set on.</summary>
internal static class RaisedGlyphs
{
    /// <summary>At most this part of the row's font size, this far off its base line and this near the letter before.</summary>
    private const double Smaller = 0.85, Off = 0.55, Near = 0.15;

    /// <summary>Rows sorted by base line, each from left to right.</summary>
    public static List<List<Glyph>> Join(List<List<Glyph>> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Attach(rows, i, -1);
            if (rows[i].Count > 0) Attach(rows, i, 1);
        }
        rows.RemoveAll(r => r.Count == 0);
        return rows;
    }

    private static void Attach(List<List<Glyph>> rows, int index, int step)
    {
        var raised = rows[index];
        for (var i = index + step; i >= 0 && i < rows.Count; i += step)
        {
            if (rows[i].Count == 0) continue;
            var row = rows[i];
            if (Math.Abs(row[0].Baseline - raised[0].Baseline) > Off * row[0].Font.Size) return;

            var runs = Runs(raised).Where(run => Fits(run, row)).ToList();
            foreach (var run in runs)
            {
                var at = row.FindLastIndex(g => g.Box.Left < run[0].Box.Left) + 1;
                row.InsertRange(at, run);
                raised.RemoveAll(run.Contains);
            }
            if (raised.Count == 0) return;
        }
    }

    private static bool Fits(List<Glyph> run, List<Glyph> row)
    {
        if (run.Exists(g => g.Text == " ")) return false;
        var at = row.FindLastIndex(g => g.Text != " " && g.Box.Left < run[0].Box.Left);
        if (at < 0) return false;
        var before = row[at];
        var size = before.Font.Size;
        if (run.Max(g => g.Font.Size) > Smaller * size || Math.Abs(run[0].Box.Left - before.Box.Right) > Near * size) return false;
        var next = row.FindIndex(at + 1, g => g.Text != " ");
        return next < 0 || row[next].Box.Left > run[^1].Box.Right - Near * size;
    }

    /// <summary>Glyphs close to one another.</summary>
    private static IEnumerable<List<Glyph>> Runs(List<Glyph> row)
    {
        var run = new List<Glyph>();
        foreach (var glyph in row)
        {
            if (run.Count > 0 && glyph.Box.Left - run[^1].Box.Right > Near * glyph.Font.Size)
            {
                yield return run;
                run = [];
            }
            run.Add(glyph);
        }
        if (run.Count > 0) yield return run;
    }
}
