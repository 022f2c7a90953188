using System.IO.Compression;
using System.Text;

namespace Resumai.Knowledge;

/// <summary>
/// Whether a text names a city, and of which countries. Source: GeoNames (NOTICE). Lines sorted by their bytes are searched where
/// they lie: nothing is built at start. Thread-safe.
/// </summary>
internal static class Gazetteer
{
    private static readonly Lazy<byte[]> Lines = new(Unpack);

    /// <summary>The countries that have a city of this name, the largest city first, with thousands of people; none when no city is known.</summary>
    public static IReadOnlyList<(string Country, int Thousands)> Find(string name)
    {
        var key = Encoding.UTF8.GetBytes(Tokens.Phrase(name));
        if (key.Length < 2) return [];
        var lines = Lines.Value;
        var (low, high) = (0, lines.Length);
        while (low < high)
        {
            var start = LineStart(lines, (low + high) / 2);
            var end = Array.IndexOf(lines, (byte)'\n', start);
            var tab = Array.IndexOf(lines, (byte)'\t', start);
            var order = lines.AsSpan(start, tab - start).SequenceCompareTo(key);
            if (order == 0) return Read(Encoding.UTF8.GetString(lines, tab + 1, end - tab - 1));
            if (order < 0) low = end + 1;
            else high = start;
        }
        return [];
    }

    private static List<(string Country, int Thousands)> Read(string cells)
    {
        var cities = new List<(string, int)>();
        foreach (var cell in cells.Split(' '))
        {
            var parts = cell.Split(',');
            if (parts.Length == 2 && int.TryParse(parts[1], out var thousands)) cities.Add((parts[0], thousands));
        }
        return cities;
    }

    private static int LineStart(byte[] lines, int at)
    {
        while (at > 0 && lines[at - 1] != '\n') at--;
        return at;
    }

    private static byte[] Unpack()
    {
        using var packed = typeof(Gazetteer).Assembly.GetManifestResourceStream("Knowledge/cities.tsv.gz")
            ?? throw new InvalidOperationException("The gazetteer is not embedded.");
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var lines = new MemoryStream();
        gzip.CopyTo(lines);
        if (lines.Length > 0 && lines.GetBuffer()[lines.Length - 1] != '\n') lines.WriteByte((byte)'\n');
        return lines.ToArray();
    }
}
