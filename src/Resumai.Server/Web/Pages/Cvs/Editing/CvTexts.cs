using System.Text.Json.Nodes;
using Resumai.Normalize.Languages;
using Resumai.Normalize.Places;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Errors;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web.Pages.Cvs.Editing;

/// <summary>Places and values of a record in words.</summary>
internal static class CvTexts
{
    private const int LongestValue = 200;

    /// <summary>"Experience 1: Title".</summary>
    public static string Place(this AppTexts texts, string pointer)
    {
        var words = new List<string>();
        foreach (var token in JsonPointers.Tokens(pointer)!)
        {
            if (JsonPointers.Index(token) is { } index) words[^1] += $" {index + 1}";
            else words.Add(words.Count == 0 ? texts.Of("part", token) : texts.Of("field", token));
        }
        return string.Join(": ", words);
    }

    /// <summary>A value in the reader's words, where it is a code that has some: "Belgium (BE)", "part time".</summary>
    /// <param name="field">Key of the record.</param>
    public static string Shown(this AppTexts texts, string field, string value) => field switch
    {
        "country_code" or "nationalities" => Named(CountryNames.Of(value, texts.Language), value),
        "code" => Named(LanguageNames.Label(value, texts.Language), value),
        "degree_level" or "type" or "employment_type" or "level" or "seniority" => texts.Of("choice", value),
        "is_current" => "✓",
        // "skills", "experience/0".
        "sources" when JsonPointers.Tokens("/" + value) is [var part, ..] && JsonPointers.Index(part) is null => texts.Place("/" + value),
        _ => value,
    };

    private static string Named(string? name, string code) => name is null ? code : $"{name} ({code})";

    /// <summary>"Place: City", of a value within its entry; numbered where there are several.</summary>
    public static string Label(this AppTexts texts, CvEntry entry, CvValue value)
    {
        var (words, node) = (new List<string>(), entry.Node);
        foreach (var token in JsonPointers.Tokens(value.Pointer)!.Skip(JsonPointers.Tokens(entry.Pointer)!.Length))
        {
            if (node is JsonArray list && JsonPointers.Index(token) is { } index)
            {
                if (list.Count > 1 && words.Count > 0) words[^1] += $" {index + 1}";
                node = list[index];
            }
            else
            {
                words.Add(texts.Of("field", token));
                node = node?[token];
            }
        }
        return words.Count == 0 ? texts.Of("field", value.Label) : string.Join(": ", words);
    }

    /// <summary>"Place: City", of a form's input.</summary>
    public static string Label(this AppTexts texts, EntryInput input, string part) =>
        input.Path.Count == 0 ? texts.Of("part", part) : string.Join(": ", input.Path.Select(p => texts.Of("field", p.Key) + (p.Number is { } number ? $" {number}" : "")));

    /// <summary>A value of a record, shortened.</summary>
    public static string Value(this AppTexts texts, JsonNode? node)
    {
        var text = node switch
        {
            null => texts["history.nothing"],
            JsonArray list when list.All(i => i is JsonValue) => list.Count == 0 ? texts["history.nothing"] : string.Join(", ", list.Select(i => i!.ToString())),
            JsonArray list => string.Join(" · ", list.Select(i => (i as JsonObject)?.Select(p => p.Value).OfType<JsonValue>().FirstOrDefault()?.ToString() ?? "…")),
            JsonObject group => string.Join(", ", group.Select(p => p.Value).OfType<JsonValue>().Select(v => v.ToString())),
            _ => node.ToString(),
        };
        return text.Length <= LongestValue ? text : text[..LongestValue] + "…";
    }

    /// <summary>What is wrong with an input, in the reader's language as far as the app knows the rule.</summary>
    public static string Fault(this AppTexts texts, EntryInput input, string message)
    {
        if (string.IsNullOrWhiteSpace(input.Value)) return texts["fault.required"];
        return input.Shape switch
        {
            { Kind: FieldKind.Number } => texts["fault.number"],
            { IsDate: true } => texts["fault.date"],
            { Name: "country_code" or "nationalities" } => texts["fault.country"],
            { Name: "code" or "language" } => texts["fault.language"],
            { Name: "e164" } => texts["fault.phone"],
            { Name: "url" or "esco_uri" } => texts["fault.url"],
            { Name: "emails" or "email" } => texts["fault.email"],
            _ => message,
        };
    }

    /// <summary>Why something was not done.</summary>
    public static string Refusal(this AppTexts texts, Problem problem) => texts.Of("edit_refused", problem.Error.Code);
}
