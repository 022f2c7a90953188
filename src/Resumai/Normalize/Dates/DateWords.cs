using System.Collections.Concurrent;
using System.Globalization;
using Resumai.Knowledge;
using Resumai.Text;

namespace Resumai.Normalize.Dates;

/// <summary>
/// Month names and the words around dates of one language. English is read in every document (job titles and tools bring it along);
/// the document's language wins where both know a word: Slavic month names collide between languages. Immutable.
/// </summary>
internal sealed class DateWords
{
    private static readonly Lazy<IReadOnlyList<TermRow>> MonthRows = new(() => [.. TermFile.Read("months.tsv")]);
    private static readonly Lazy<IReadOnlyList<TermRow>> WordRows = new(() => [.. TermFile.Read("datewords.tsv")]);
    private static readonly ConcurrentDictionary<string, DateWords> Cache = new(StringComparer.Ordinal);

    private static readonly string[] Widespread = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ro", "sv", "da", "cs", "hu", "el", "fi"];

    private readonly Dictionary<string, int> _months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _phrases = new(StringComparer.Ordinal);

    private DateWords(IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            foreach (var row in MonthRows.Value.Where(r => r.Language == language))
            {
                foreach (var name in row.Terms) _months.TryAdd(UnicodeText.Fold(name), int.Parse(row.Kind, CultureInfo.InvariantCulture));
            }
            foreach (var row in WordRows.Value.Where(r => r.Language == language))
            {
                string[] words = [.. row.Terms.Select(UnicodeText.Fold)];
                _phrases[row.Kind] = [.. _phrases.GetValueOrDefault(row.Kind, []).Concat(words).Distinct().OrderByDescending(w => w.Length)];
            }
        }
    }

    /// <param name="language">ISO 639-1; null when unknown: all languages are tried, the more widely spoken first.</param>
    public static DateWords For(string? language) => Cache.GetOrAdd(Primary(language), static key => new DateWords(key switch
    {
        "" => Widespread,
        "en" => ["en"],
        _ => [key, "en"],
    }));

    public int? Month(string folded) => _months.TryGetValue(folded, out var month) ? month : null;

    /// <summary>Length of the longest phrase of a kind that stands in the folded text at this place as whole words; 0 when none.</summary>
    public int Phrase(string kind, string folded, int at)
    {
        if (!_phrases.TryGetValue(kind, out var phrases)) return 0;
        foreach (var phrase in phrases)
        {
            if (string.CompareOrdinal(folded, at, phrase, 0, phrase.Length) != 0) continue;
            var end = at + phrase.Length;
            if (end < folded.Length && char.IsLetterOrDigit(folded[end]) && phrase[^1] != '\'') continue;
            return phrase.Length;
        }
        return 0;
    }

    private static string Primary(string? language) => language switch
    {
        null => "",
        "nb" or "nn" => "no",
        _ => language.Split('-', '_')[0].ToLowerInvariant(),
    };
}
