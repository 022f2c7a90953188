using System.Collections.Frozen;

namespace Resumai;

/// <summary>Locales as clients write them: language, optional script, optional region ("en", "en-US", "sr_Latn_RS"). Known subtags: Unicode CLDR.</summary>
public static class KnownLocales
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Subtags = Load();

    /// <summary>The locale in its usual spelling ("en_US", "sr_Latn_RS"), or null when it is malformed or a subtag is unknown.</summary>
    public static string? Canonical(string text)
    {
        var parts = text.Split('-', '_');
        var language = parts[0].ToLowerInvariant();
        if (!Subtags["language"].Contains(language)) return null;
        var rest = parts.AsSpan(1);
        var canonical = language;
        if (rest is [{ Length: 4 }, ..])
        {
            var script = char.ToUpperInvariant(rest[0][0]) + rest[0][1..].ToLowerInvariant();
            if (!Subtags["script"].Contains(script)) return null;
            canonical += "_" + script;
            rest = rest[1..];
        }
        if (rest.Length == 0) return canonical;
        var region = rest[0].ToUpperInvariant();
        return rest.Length == 1 && Subtags["region"].Contains(region) ? canonical + "_" + region : null;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var reader = new StreamReader(typeof(KnownLocales).Assembly.GetManifestResourceStream("locales.tsv")!);
        var kinds = new Dictionary<string, FrozenSet<string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var cells = line.Split('\t');
            kinds[cells[0]] = cells[1].Split(' ').ToFrozenSet();
        }
        return kinds.ToFrozenDictionary();
    }
}
