using System.Text;
using System.Text.RegularExpressions;

namespace Resumai.Tests.Reading.Mutations;

/// <summary>Damage to what makes a PDF: numbers, names, references, cross-reference tables and packed streams.</summary>
internal static partial class PdfMutations
{
    private static readonly string[] Extremes =
        ["0", "-1", "1", "2147483647", "-2147483648", "4294967296", "999999999999", "0.0000001", "1e9", "65536", "NaN", "(", "<<", "[[[[", "null"];

    public static IReadOnlyList<IMutation> All { get; } =
    [
        new Words(Numbers(), (random, _) => Extremes[random.Next(Extremes.Length)]),
        new Words(References(), (random, _) => $"{random.Next(1, 60)} 0 R"),
        new Words(Names(), (random, names) => names[random.Next(names.Count)].Value),
        new Words(Offsets(), (random, _) => random.Next(10) == 0 ? "9999999999" : $"{random.Next(300_000):0000000000}"),
        new Words(StartOfTable(), (random, _) => $"startxref\n{random.Next(-5, 600_000)}"),
        new PackedText(),
        new PackedGarbage(),
    ];

    /// <summary>Exchanges some of the words that a pattern finds, wherever they stand.</summary>
    private sealed class Words(Regex pattern, Func<Random, MatchCollection, string> replacement, int most = 4) : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            // Latin-1 keeps every byte, so a file may be changed as text.
            var text = Encoding.Latin1.GetString(file);
            var matches = pattern.Matches(text);
            if (matches.Count == 0) return file;
            var chosen = Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(matches.Count)).ToHashSet();
            foreach (var match in chosen.OrderDescending().Select(i => matches[i]))
            {
                text = text[..match.Index] + replacement(random, matches) + text[(match.Index + match.Length)..];
            }
            return Encoding.Latin1.GetBytes(text);
        }
    }

    /// <summary>A stream unpacked, damaged and packed again: the damage that reaches the readers of content, fonts and maps.</summary>
    private sealed class PackedText : IMutation
    {
        private static readonly IReadOnlyList<IMutation> Inside =
            [.. ByteMutations.All, new Words(Numbers(), (random, _) => Extremes[random.Next(Extremes.Length)], most: 20), new Words(Operators(), (random, all) => all[random.Next(all.Count)].Value, most: 20)];

        public byte[] Damage(byte[] file, Random random)
        {
            var streams = PdfStream.Of(file).Where(s => s.IsDeflated(file)).ToArray();
            if (streams.Length == 0) return file;
            var stream = streams[random.Next(streams.Length)];
            return stream.Unpack(file) is { Length: > 1 } text ? stream.Replace(file, Inside[random.Next(Inside.Count)].Damage(text, random)) : file;
        }
    }

    private sealed class PackedGarbage : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var streams = PdfStream.Of(file);
            if (streams.Count == 0) return file;
            var (at, length) = streams[random.Next(streams.Count)].Data.GetOffsetAndLength(file.Length);
            if (length == 0) return file;
            var copy = (byte[])file.Clone();
            var from = random.Next(length);
            random.NextBytes(copy.AsSpan(at + from, random.Next(1, length - from + 1)));
            return copy;
        }
    }

    [GeneratedRegex(@"(?<=[ \[/A-Za-z])-?\d+(?:\.\d+)?(?=[ \]/>\r\n])", RegexOptions.None, 5000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\d+ 0 R", RegexOptions.None, 5000)]
    private static partial Regex References();

    [GeneratedRegex(@"/[A-Z][A-Za-z0-9]+", RegexOptions.None, 5000)]
    private static partial Regex Names();

    [GeneratedRegex(@"\d{10}(?= \d{5} [nf])", RegexOptions.None, 5000)]
    private static partial Regex Offsets();

    [GeneratedRegex(@"startxref\s+\d+", RegexOptions.None, 5000)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(?<=\s)[A-Za-z*']{1,3}(?=\s)", RegexOptions.None, 5000)]
    private static partial Regex Operators();
}
