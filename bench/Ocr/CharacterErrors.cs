namespace Resumai.Bench.Ocr;

/// <summary>Errors of a reading against its truth.</summary>
/// <param name="Wrong">Characters replaced, left out or put in within the lines, and characters that belong to no line of the truth.</param>
/// <param name="Total">Characters of the truth.</param>
internal readonly record struct ErrorCount(int Wrong, int Total);

/// <summary>
/// Counts character errors whatever the order of the lines: each line of the truth, the longest first, takes the stretch of the
/// reading that is nearest to it (Sellers, 1980), which no other may take again; what is left of the reading is wrong as well.
/// White space does not count.
/// </summary>
internal static class CharacterErrors
{
    private const char Taken = '\0';
    private const double LargestError = 0.4;

    public static ErrorCount Count(IEnumerable<string> truth, IEnumerable<string> reading, List<(string Truth, string Read)>? misread = null)
    {
        var text = string.Concat(reading.Select(Bare)).ToCharArray();
        var (wrong, total) = (0, 0);
        var inexact = new List<string>();
        foreach (var line in truth.Select(Bare).Where(t => t.Length > 0).OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal))
        {
            total += line.Length;
            var at = text.AsSpan().IndexOf(line);
            if (at < 0) at = text.AsSpan().IndexOf(line.ToUpperInvariant());
            if (at >= 0) Array.Fill(text, Taken, at, line.Length);
            else inexact.Add(line);
        }
        foreach (var line in inexact)
        {
            var (errors, start, end) = Nearest(line, text);
            // Small capitals: the text layer has small letters, the page shows capitals.
            var capitals = Nearest(line.ToUpperInvariant(), text);
            if (capitals.Errors < errors) (errors, start, end) = capitals;
            // What is so far off is another line: this one is missing.
            var found = errors <= line.Length * LargestError;
            wrong += found ? errors : line.Length;
            misread?.Add((line, found ? new string(text, start, end - start).Replace(Taken, '~') : "-"));
            if (found) Array.Fill(text, Taken, start, end - start);
        }
        var rest = text.Count(c => c != Taken);
        if (rest > 0) misread?.Add(("", new string(text).Replace("\0", "", StringComparison.Ordinal)));
        return new ErrorCount(wrong + rest, total);
    }

    private static string Bare(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && !IsPictogram(c)).Select(Alike)]);

    /// <summary>Stars, discs and icons: no characters to read.</summary>
    private static bool IsPictogram(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.PrivateUse || c == '•';

    /// <summary>Signs that look the same in print.</summary>
    private static char Alike(char c) => c switch
    {
        '‐' or '‑' or '–' or '—' or '−' => '-',
        '’' or '‘' or '`' or '´' => '\'',
        '“' or '”' or '„' => '"',
        'µ' => 'μ',
        _ => c,
    };

    private static (int Errors, int Start, int End) Nearest(string line, char[] text)
    {
        const int never = 1_000_000;
        var (cost, from) = (new int[line.Length + 1], new int[line.Length + 1]);
        for (var i = 0; i <= line.Length; i++) cost[i] = i;
        var best = (Errors: line.Length, Start: 0, End: 0);
        for (var j = 1; j <= text.Length; j++)
        {
            var (diagonal, diagonalFrom) = (cost[0], from[0]);
            (cost[0], from[0]) = (0, j);
            var taken = text[j - 1] == Taken;
            for (var i = 1; i <= line.Length; i++)
            {
                var replaced = diagonal + (taken ? never : line[i - 1] == text[j - 1] ? 0 : 1);
                var added = cost[i] + (taken ? never : 1);
                var left = cost[i - 1] + 1;
                (diagonal, var nextFrom) = (cost[i], from[i]);
                if (replaced <= added && replaced <= left) (cost[i], from[i]) = (replaced, diagonalFrom);
                else if (left <= added) (cost[i], from[i]) = (left, from[i - 1]);
                else cost[i] = added;
                diagonalFrom = nextFrom;
            }
            if (cost[line.Length] < best.Errors) best = (cost[line.Length], from[line.Length], j);
        }
        return best;
    }
}
