using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Resumai.Tests.Reading.Mutations;

/// <summary>Damage to packages of XML (DOCX, ODT): a part is unpacked, damaged and packed again, so that the package itself stays whole.</summary>
internal static partial class ZipMutations
{
    public static IReadOnlyList<IMutation> All { get; } =
    [
        .. ByteMutations.All.Select(m => new Part(m)),
        new Part(new TagRemoval()), new Part(new ElementRepetition()), new Part(new Nesting()), new Part(new Attributes()), new MissingPart(), new SwappedParts(),
    ];

    private static List<(string Name, byte[] Bytes)> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(e => (e.FullName, Unpack(e)))];
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] Pack(IEnumerable<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }
        return file.ToArray();
    }

    /// <summary>Another mutation inside one part; the larger a part, the likelier it is.</summary>
    private sealed class Part(IMutation inside) : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var parts = Parts(file);
            var at = Enumerable.Range(0, 3).Select(_ => random.Next(parts.Count)).MaxBy(i => parts[i].Bytes.Length);
            if (parts[at].Bytes.Length < 2) return file;
            parts[at] = (parts[at].Name, inside.Damage(parts[at].Bytes, random));
            return Pack(parts);
        }
    }

    private sealed class MissingPart : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var parts = Parts(file);
            parts.RemoveAt(random.Next(parts.Count));
            return Pack(parts);
        }
    }

    private sealed class SwappedParts : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var parts = Parts(file);
            var (a, b) = (random.Next(parts.Count), random.Next(parts.Count));
            (parts[a], parts[b]) = ((parts[a].Name, parts[b].Bytes), (parts[b].Name, parts[a].Bytes));
            return Pack(parts);
        }
    }

    private sealed class TagRemoval : IMutation
    {
        public byte[] Damage(byte[] file, Random random) => Change(file, random, Tags(), _ => "");
    }

    private sealed class ElementRepetition : IMutation
    {
        public byte[] Damage(byte[] file, Random random) =>
            Change(file, random, Elements(), m => string.Concat(Enumerable.Repeat(m.Value, random.Next(2, 200))));
    }

    /// <summary>An element within itself, thousands deep.</summary>
    private sealed class Nesting : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var depth = random.Next(2, 6000);
            return Change(file, random, Elements(), m => string.Concat(Enumerable.Repeat($"<{m.Groups["name"].Value}>", depth)) + m.Value
                + string.Concat(Enumerable.Repeat($"</{m.Groups["name"].Value}>", depth)), most: 1);
        }
    }

    private sealed class Attributes : IMutation
    {
        private static readonly string[] Values = ["", "0", "-1", "2147483648", "99999999999999999999", "NaN", "true", "rId999", "&#1;", "../../../etc", "http://["];

        public byte[] Damage(byte[] file, Random random) => Change(file, random, AttributeValues(), m => m.Groups["name"].Value + "=\"" + Values[random.Next(Values.Length)] + "\"");
    }

    private static byte[] Change(byte[] file, Random random, Regex pattern, Func<Match, string> replacement, int most = 4)
    {
        var text = Encoding.UTF8.GetString(file);
        for (var n = random.Next(1, most + 1); n > 0; n--)
        {
            // The first match after a random place: listing them all costs more than the parsing that is tested.
            var match = pattern.Match(text, random.Next(text.Length));
            if (match.Success) text = text[..match.Index] + replacement(match) + text[(match.Index + match.Length)..];
        }
        return Encoding.UTF8.GetBytes(text);
    }

    [GeneratedRegex("</?[A-Za-z][^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"<(?<name>[A-Za-z:]+)(?: [^<>]*)?>.{0,2000}?</\k<name>>", RegexOptions.Singleline, 5000)]
    private static partial Regex Elements();

    [GeneratedRegex("(?<name>[A-Za-z:]+)=\"[^\"]*\"", RegexOptions.None, 5000)]
    private static partial Regex AttributeValues();
}
