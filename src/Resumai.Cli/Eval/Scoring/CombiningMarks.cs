using System.Collections;
using System.Globalization;
using System.Text;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// Characters whose canonical combining class is not 0. .NET does not tell the class, and the category "mark" is wider:
/// it holds variation selectors and vowel signs that separate words for the scorer. Source: Unicode Character Database.
/// </summary>
internal static class CombiningMarks
{
    private static readonly BitArray Marks = Load();

    public static bool Contains(Rune rune) => rune.Value < Marks.Length && Marks[rune.Value];

    private static BitArray Load()
    {
        var marks = new BitArray(0x20000);
        using var stream = typeof(CombiningMarks).Assembly.GetManifestResourceStream("Eval/combining-marks.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            var last = int.Parse(cells[1], NumberStyles.HexNumber);
            for (var code = int.Parse(cells[0], NumberStyles.HexNumber); code <= last; code++) marks[code] = true;
        }
        return marks;
    }
}
