using Resumai.Layout;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>
/// What the model sees of a line among the lines around it, headings apart: what it holds, what those near it hold, its place and its look.
/// No words: those of rendered CVs are not those of others. The training uses the same code, so a change here wants new weights.
/// </summary>
internal sealed class LineFeatures
{
    private const int Near = 3, Around = 6;
    private static readonly int[] Telling =
        [Traits.Range, Traits.Title, Traits.Degree, Traits.School, Traits.Organisation, Traits.Language, Traits.Level, Traits.Skill, Traits.Certificate, Traits.Bullet, Traits.Sentence, Traits.Quoted];

    private readonly IReadOnlyList<TextLine> _lines;
    private readonly bool[][] _traits;

    public LineFeatures(IReadOnlyList<TextLine> lines, string? language)
    {
        _lines = lines;
        _traits = [.. lines.Select(l => Traits.Of(l, language))];
    }

    public bool Has(int line, int trait) => _traits[line][trait];

    public void Of(int at, FeatureList features)
    {
        features.Clear();
        features.Add(0, 0);
        features.Add(1, Math.Min(at, 7));
        features.Add(2, at * 8 / _lines.Count);
        features.Add(3, Math.Min(_lines.Count - at, 5));
        var own = _traits[at];
        for (var trait = 0; trait < own.Length; trait++)
        {
            if (!own[trait]) continue;
            features.Add(4, trait);
            for (var other = trait + 1; other < own.Length; other++)
            {
                if (own[other]) features.Add(5, trait, other);
            }
        }
        for (var offset = -Near; offset <= Near; offset++)
        {
            var there = at + offset;
            if (offset == 0) continue;
            if (there < 0 || there >= _lines.Count)
            {
                features.Add(6, offset);
                continue;
            }
            foreach (var trait in Telling)
            {
                if (_traits[there][trait]) features.Add(7, offset, trait);
            }
            features.Add(8, offset, Alike(_lines[at], _lines[there]));
        }
        foreach (var trait in Telling)
        {
            features.Add(9, trait, Share(at - Around, at + Around, trait));
            features.Add(10, trait, Share(at, at + Near, trait), Share(at - Near, at, trait));
        }
        Look(at, features);
    }

    private void Look(int at, FeatureList features)
    {
        var line = _lines[at];
        features.Add(11, Gap(line), at + 1 < _lines.Count ? Gap(_lines[at + 1]) : 3);
        features.Add(12, (int)Math.Min(9, line.Text.Length / 12.0), line.Font.Bold ? 1 : 0);
        features.Add(13, Math.Min(5, line.Text.AsSpan().Count(' ')), line.Text.AsSpan().Count(','));
        features.Add(14, line.Text.Length > 0 && char.IsAsciiDigit(line.Text[0]) ? 1 : 0, line.Text.Length > 0 ? (int)char.GetUnicodeCategory(line.Text[^1]) : 99);
    }

    private static int Gap(TextLine line) => line.GapAbove < 0.25 ? 0 : line.GapAbove < 0.7 ? 1 : 2;

    private static int Alike(TextLine line, TextLine other) =>
        (Math.Abs(line.Font.Size - other.Font.Size) < 0.3 ? 1 : 0) + (line.Font.Bold == other.Font.Bold ? 2 : 0) + (line.Bullet == other.Bullet ? 4 : 0) + (Math.Abs(line.Indent - other.Indent) < 3 ? 8 : 0);

    private int Share(int from, int to, int trait)
    {
        var (held, all) = (0, 0);
        for (var i = Math.Max(0, from); i <= Math.Min(_lines.Count - 1, to); i++, all++)
        {
            if (_traits[i][trait]) held++;
        }
        return held == 0 ? 0 : held * 4 <= all ? 1 : held * 3 <= all * 2 ? 2 : 3;
    }
}
