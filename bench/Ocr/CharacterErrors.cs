namespace Resumai.Bench.Ocr;

/// <summary>Errors of a reading against its truth.</summary>
/// <param name="Wrong">Characters replaced, left out or put in within the lines, and characters that belong to no line of the truth.</param>
/// <param name="Total">Characters of the truth.</param>
internal readonly record struct ErrorCount(int Wrong, int Total);

/// <summary>
/// Counts character errors whatever the order of the lines: a line of the truth that the reading has as a line, or as several in a row,
/// takes that; of the others, the longest first, each takes the stretch of the reading that is nearest to it (Sellers, 1980), which no other may take
/// again; of one that has no such stretch the words that were read count as read, since what was taken for two lines is no misread
/// letter; what is left of the reading is wrong as well. White space does not count.
/// </summary>
internal static class CharacterErrors
{
    private const char Taken = '\0';
    private const int ShortestRule = 5;
    private const double LargestError = 0.4;
    /// <summary>Shorter ones are found anywhere by chance.</summary>
    private const int ShortestWord = 3;
    /// <summary>Part of the small letters that stand as capitals where a line is set in small capitals.</summary>
    private const double SmallCapitals = 0.5;
    private const int UnlikeLetters = 3;
    private const string SizesAlike = "CKOPSUVWXYZÇÖØÓÚÜŠŽΘΚΟΠΡΤΦΧΨ";

    public static ErrorCount Count(IEnumerable<string> truth, IEnumerable<string> reading, List<(string Truth, string Read)>? misread = null)
    {
        var read = reading.Select(Bare).Where(r => r.Length > 0 && !IsRule(r)).ToList();
        var (wrong, total) = (0, 0);
        var (inexact, parted) = (new List<string>(), new List<string>());
        var words = new Dictionary<string, string[]>();
        // The longest first: headings of a page must not take the same words out of a line that lists them.
        foreach (var printed in truth.OrderByDescending(t => Bare(t).Length).ThenBy(t => t, StringComparer.Ordinal))
        {
            var line = Bare(printed);
            if (line.Length == 0 || IsRule(line)) continue;
            total += line.Length;
            // Short lines (a page's number, a mark) must not cut a piece out of a longer one.
            if (Take(line, read) || Take(line.ToUpperInvariant(), read)) continue;
            inexact.Add(line);
            words[line] = [.. printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(w => w.Length > 0)];
        }
        var text = string.Concat(read).ToCharArray();
        foreach (var line in inexact.OrderByDescending(t => t.Length).ThenBy(t => t, StringComparer.Ordinal))
        {
            var (errors, start, end) = Best(line, text);
            // What is so far off is another line: this one is missing, or stands in pieces.
            var found = errors <= line.Length * LargestError;
            if (!found && words[line].Length > 1)
            {
                parted.AddRange(words[line]);
                continue;
            }
            wrong += found ? errors : line.Length;
            if (errors > 0) misread?.Add((line, found ? new string(text, start, end - start).Replace(Taken, '~') : "-"));
            if (found) Array.Fill(text, Taken, start, end - start);
        }
        foreach (var word in parted.OrderByDescending(w => w.Length))
        {
            var (errors, start, end) = word.Length < ShortestWord ? (1, 0, 0) : Nearest(word, text, (a, b) => a == b);
            if (errors == 0)
            {
                Array.Fill(text, Taken, start, end - start);
                continue;
            }
            wrong += word.Length;
            misread?.Add((word, "-"));
        }
        var rest = text.Count(c => c != Taken);
        if (rest > 0) misread?.Add(("", new string(text).Replace("\0", "", StringComparison.Ordinal)));
        return new ErrorCount(wrong + rest, total);
    }

    /// <summary>Takes the line out of the reading where that has it, whole or as several in a row.</summary>
    private static bool Take(string line, List<string> read)
    {
        for (var start = 0; start < read.Count; start++)
        {
            var (end, length) = (start, 0);
            while (end < read.Count && string.CompareOrdinal(line, length, read[end], 0, read[end].Length) == 0)
            {
                length += read[end++].Length;
                if (length < line.Length) continue;
                read.RemoveRange(start, end - start);
                return true;
            }
        }
        return false;
    }

    /// <summary>Small capitals are small letters in the text layer and capitals on the page: there the size of letters does not count.</summary>
    private static (int Errors, int Start, int End) Best(string line, char[] text)
    {
        var asWritten = Nearest(line, text, (a, b) => a == b);
        if (asWritten.Errors == 0) return asWritten;
        var anyCase = Nearest(line, text, (a, b) => a == b || char.ToUpperInvariant(a) == b);
        var (small, printed) = (line.Count(char.IsLower), text[anyCase.Start..anyCase.End].Count(char.IsLower));
        if (anyCase.Errors < asWritten.Errors && small - printed > SmallCapitals * small) return anyCase;
        // A word of the line: letters whose two sizes look unlike are not misread for each other.
        var unlike = Nearest(line, text, (a, b) => a == b || (char.ToUpperInvariant(a) == b && !SizesAlike.Contains(b)));
        return asWritten.Errors - unlike.Errors >= UnlikeLetters ? anyCase : asWritten;
    }

    private static string Bare(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && !IsPictogram(c)).Select(Alike)]);

    /// <summary>Stars, discs, dots between words and icons: no characters to read.</summary>
    private static bool IsPictogram(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherSymbol or System.Globalization.UnicodeCategory.PrivateUse || c is '•' or '·';

    /// <summary>A line drawn of signs ("=====") says nothing.</summary>
    private static bool IsRule(string line) => line.Length >= ShortestRule && !line.Any(char.IsLetterOrDigit);

    /// <summary>Signs that look the same in print.</summary>
    private static char Alike(char c) => c switch
    {
        '‐' or '‑' or '–' or '—' or '−' => '-',
        '’' or '‘' or '`' or '´' => '\'',
        '“' or '”' or '„' => '"',
        'µ' => 'μ',
        _ => c,
    };

    private static (int Errors, int Start, int End) Nearest(string line, char[] text, Func<char, char, bool> same)
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
                var replaced = diagonal + (taken ? never : same(line[i - 1], text[j - 1]) ? 0 : 1);
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
