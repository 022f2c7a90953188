using System.Text.RegularExpressions;
using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>A unit group of the International Standard Classification of Occupations (ISCO-08).</summary>
/// <param name="IscoCode">Four digits.</param>
/// <param name="Label">Its name in English.</param>
internal sealed record Occupation(string IscoCode, string Label);

/// <summary>Job titles of many languages → their group in ISCO-08. Thread-safe.</summary>
internal static partial class OccupationLexicon
{
    private const int ShortestEnding = 4;

    /// <summary>
    /// The group of a title; null when no part of it is known. The whole title goes first, then its longest known phrase, then the end of a
    /// compound; words of the document's language and English count.
    /// </summary>
    public static Occupation? Find(string title, string? language)
    {
        var words = LookupKey.Of(Endings().Replace(title, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(words.Length, 7); count > 0; count--)
        {
            for (var first = 0; first + count <= words.Length; first++)
            {
                if (Code(string.Join(' ', words, first, count), language) is { } code) return Group(code);
            }
        }
        return words.Select(w => EndOfCompound(w, language)).FirstOrDefault(c => c is not null) is { } found ? Group(found) : null;
    }

    /// <summary>The group of a code; null when there is no such group.</summary>
    public static Occupation? Group(string code) => CompiledTables.Get("isco").Find(code) is [var label, ..] ? new Occupation(code, label) : null;

    private static string? EndOfCompound(string word, string? language)
    {
        for (var cut = 1; cut <= word.Length - ShortestEnding; cut++)
        {
            if (Code("*" + word[cut..], language) is { } code) return code;
        }
        return null;
    }

    private static string? Code(string key, string? language)
    {
        if (CompiledTables.Get("title").Find(key) is not { } cells) return null;
        string? english = null;
        foreach (var cell in cells)
        {
            var bar = cell.IndexOf('|', StringComparison.Ordinal);
            var of = cell[(bar + 1)..];
            if (of == language || (language is null && cells.Length == 1)) return cell[..bar];
            if (of == "en") english = cell[..bar];
        }
        return english;
    }

    /// <summary>"(m/w/d)", "Entwickler*in", "Entwickler:in", "développeur·euse", "vendeur(se)": the marks of all genders.</summary>
    [GeneratedRegex(@"\((?:[mwfdhxi](?:\s*[/|*]\s*[mwfdhxi])*|se|trice|euse|ère|ne|e|a|in|innen)\)|[*:_·/](?:in|innen|se|e|euse|trice|a)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Endings();
}
