using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>The gaps between neighbouring glyphs of a row and which of them part words, judged by the usual gap of their run of one font.</summary>
internal sealed class LetterGaps
{
    /// <summary>In font sizes: word gaps where a space glyph lies in the gap, and where none does. A justified line of TeX goes down to 0.22.</summary>
    private const double WithSpace = 0.08, WithoutSpace = 0.15;
    /// <summary>The usual gap from which on a run is letter-spaced, and what a word gap there has more than a letter gap.</summary>
    private const double Spaced = 0.06, SpacedWordGap = 0.13;
    /// <summary>Above this letters are further apart than words usually are; fewer letters than this are words of one letter ("B C E").</summary>
    private const double WideSpaced = 0.2;
    private const int FewestWideSpaced = 5, FewestSpaced = 3;
    /// <summary>In font sizes: word gaps of a line pressed together, and what they are clear of letter gaps by.</summary>
    private const double NarrowestWordGap = 0.09, ClearSpace = 0.07;
    private const int FewestWordGaps = 3, LongestWord = 20;
    /// <summary>Wider gaps say nothing of the letters.</summary>
    private const double Apart = 1.5;

    private readonly double[] _before;
    private readonly bool[] _wordGap;
    private readonly double[] _spacing;

    private LetterGaps(List<Glyph> glyphs, double[] before, bool[] space)
    {
        Glyphs = glyphs;
        _before = before;
        _wordGap = new bool[glyphs.Count];
        _spacing = new double[glyphs.Count];
        var start = 0;
        for (var i = 1; i <= glyphs.Count; i++)
        {
            if (i < glyphs.Count && before[i] < Apart * Size(i) && glyphs[i].Font.Name == glyphs[i - 1].Font.Name && !IsOtherText(glyphs[i - 1].Font, glyphs[i].Font)) continue;
            JudgeRun(start, i, space);
            // The gap between two runs.
            if (i < glyphs.Count) _wordGap[i] = before[i] > (space[i] ? WithSpace : WithoutSpace) * Size(i) || IsOtherText(glyphs[i - 1].Font, glyphs[i].Font);
            start = i;
        }
    }

    /// <summary>The printed glyphs of the row, left to right.</summary>
    public List<Glyph> Glyphs { get; }

    /// <summary>The base line of the row's largest glyphs: raised ones may stand in it.</summary>
    public double Baseline
    {
        get
        {
            var largest = Glyphs[0];
            foreach (var glyph in Glyphs)
            {
                if (glyph.Font.Size > largest.Font.Size) largest = glyph;
            }
            return largest.Baseline;
        }
    }

    /// <summary>Points between the glyph and the one before it; 0 for the first, negative where they overlap.</summary>
    public double Before(int index) => _before[index];
    public bool IsWordGap(int index) => _wordGap[index];

    /// <summary>Points by which the letters around the glyph are spaced out.</summary>
    public double Spacing(int index) => _spacing[index];

    public static LetterGaps Of(List<Glyph> row)
    {
        var glyphs = new List<Glyph>(row.Count);
        var (before, space) = (new double[row.Count], new bool[row.Count]);
        var spaceSeen = false;
        foreach (var glyph in row)
        {
            if (glyph.Text == " ")
            {
                spaceSeen = true;
                continue;
            }
            if (glyphs.Count > 0) (before[glyphs.Count], space[glyphs.Count]) = (glyph.Box.Left - glyphs[^1].Box.Right, spaceSeen);
            glyphs.Add(glyph);
            spaceSeen = false;
        }
        return new LetterGaps(glyphs, before, space);
    }

    private double Size(int index) => Math.Min(Glyphs[index].Font.Size, Glyphs[index - 1].Font.Size);

    /// <summary>
    /// A line that was pressed together may have word gaps below the usual limit: then nothing lies between them and the gaps
    /// of letters, and they are many.
    /// </summary>
    private static double NarrowWordGap(double[] sorted)
    {
        var first = Array.FindIndex(sorted, g => g > NarrowestWordGap);
        if (first <= 0 || sorted.Length - first < Math.Max(FewestWordGaps, sorted.Length / LongestWord) || sorted[first] > WithoutSpace) return WithoutSpace;
        return sorted[first] - sorted[first - 1] >= ClearSpace ? (sorted[first] + sorted[first - 1]) / 2 : WithoutSpace;
    }

    /// <summary>Text of another size and another weight or colour only happens to touch.</summary>
    private static bool IsOtherText(Font font, Font other) => Math.Abs(font.Size - other.Size) > 0.5 && (font.Bold != other.Bold || font.Color != other.Color);

    private void JudgeRun(int start, int end, bool[] space)
    {
        var count = end - start - 1;
        if (count <= 0) return;

        var gaps = new double[count];
        var spaces = 0;
        for (var i = start + 1; i < end; i++)
        {
            gaps[i - start - 1] = _before[i] / Size(i);
            if (space[i]) spaces++;
        }
        Array.Sort(gaps);
        var usual = gaps[(count - 1) / 2];
        var spaced = usual >= Spaced && count + 1 >= (usual >= WideSpaced ? FewestWideSpaced : FewestSpaced);
        var spacesPartWords = spaced && spaces > 0 && spaces * 2 < count;
        var withoutSpace = spaces == 0 ? NarrowWordGap(gaps) : WithoutSpace;
        for (var i = start + 1; i < end; i++)
        {
            var gap = _before[i] / Size(i);
            _wordGap[i] = !spaced ? gap > (space[i] ? WithSpace : withoutSpace)
                : spacesPartWords ? space[i] && gap > usual * 0.9 || gap > usual + WithoutSpace * 2
                : gap > usual + SpacedWordGap;
        }
        if (!spaced) return;
        for (var i = start; i < end; i++) _spacing[i] = usual * Glyphs[i].Font.Size;
    }
}
