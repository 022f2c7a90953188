using System.Text.Json;
using Resumai.Server.Search;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>A few words of a CV around what was searched for.</summary>
internal static class Excerpt
{
    private const int Before = 30;
    private const int After = 70;

    /// <param name="record">As it is kept.</param>
    public static string? Of(ReadOnlySpan<byte> record, IReadOnlyList<SearchTerm> terms) => TextOf(record) is { } text ? Around(text, terms) : null;

    public static string? Around(string text, IReadOnlyList<SearchTerm> terms)
    {
        if (SearchHits.In(text, terms) is not [var hit, ..]) return null;
        var (start, end) = (Math.Max(0, hit.Start - Before), Math.Min(text.Length, hit.End + After));
        // Whole words, as far as there are any.
        while (start > 0 && start < hit.Start && !char.IsWhiteSpace(text[start - 1])) start++;
        while (end < text.Length && end > hit.End && !char.IsWhiteSpace(text[end])) end--;
        var words = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{(start > 0 ? "… " : "")}{words}{(end < text.Length ? " …" : "")}";
    }

    /// <summary>The document's text alone: the rest of a record is much, and passed over.</summary>
    private static string? TextOf(ReadOnlySpan<byte> record)
    {
        var json = new Utf8JsonReader(record);
        while (json.Read())
        {
            if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
            var isText = json.ValueTextEquals("text"u8);
            json.Read();
            if (isText) return json.GetString();
            json.Skip();
        }
        return null;
    }
}
