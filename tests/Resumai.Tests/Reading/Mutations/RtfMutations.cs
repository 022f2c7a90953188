using System.Text;
using System.Text.RegularExpressions;

namespace Resumai.Tests.Reading.Mutations;

/// <summary>Damage to the control words and groups of RTF: numbers out of range, braces that do not match, words in the wrong place.</summary>
internal static partial class RtfMutations
{
    public static IReadOnlyList<IMutation> All { get; } = [new Numbers(), new Braces(), new Words(), new Deepening()];

    [GeneratedRegex(@"(?<=\\[a-z]+)-?\d+", RegexOptions.None, 5000)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\\[a-z]+", RegexOptions.None, 5000)]
    private static partial Regex ControlWords();

    private sealed class Numbers : IMutation
    {
        private static readonly string[] Odd = ["0", "-1", "65535", "2147483647", "-2147483648", "99999999999", "32768", "7"];

        public byte[] Damage(byte[] file, Random random) => Replace(file, random, Parameters(), _ => Odd[random.Next(Odd.Length)]);
    }

    private sealed class Words : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var words = ControlWords().Matches(Encoding.Latin1.GetString(file));
            return words.Count == 0 ? file : Replace(file, random, ControlWords(), _ => words[random.Next(words.Count)].Value);
        }
    }

    private sealed class Braces : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var copy = (byte[])file.Clone();
            var share = random.NextDouble() * 0.2;
            for (var i = 1; i < copy.Length; i++)
            {
                if (copy[i] is (byte)'{' or (byte)'}' && random.NextDouble() < share) copy[i] = (byte)(random.Next(2) == 0 ? '{' : '}');
            }
            return copy;
        }
    }

    private sealed class Deepening : IMutation
    {
        private static readonly string[] Openings = ["{", "{\\field{\\*\\fldinst ", "{\\shp{\\*\\shpinst{\\shptxt ", "{\\footnote ", "\\intbl\\itap30 {", "{\\header "];

        public byte[] Damage(byte[] file, Random random)
        {
            var at = random.Next(file.Length);
            var opening = Encoding.Latin1.GetBytes(Openings[random.Next(Openings.Length)]);
            return [.. file[..at], .. Enumerable.Repeat(opening, random.Next(2, 20_000)).SelectMany(o => o), .. file[at..]];
        }
    }

    private static byte[] Replace(byte[] file, Random random, Regex pattern, MatchEvaluator change)
    {
        var share = random.NextDouble() * 0.1;
        return Encoding.Latin1.GetBytes(pattern.Replace(Encoding.Latin1.GetString(file), m => random.NextDouble() < share ? change(m) : m.Value));
    }
}
