using System.Text;
using System.Text.Json;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>Text that must not be in a record: hidden or deleted text, the addressee of a letter (<c>must_not_contain</c> of the truth).</summary>
internal static class Leaks
{
    /// <summary>The strings found anywhere in the record, but in its own copy of the document's text.</summary>
    public static IReadOnlyList<string> Of(JsonElement truth, JsonElement record)
    {
        var forbidden = truth.Get("must_not_contain").Items();
        if (forbidden.Count == 0 || record.ValueKind != JsonValueKind.Object) return [];
        var body = new StringBuilder();
        var top = record.Get("master") is { ValueKind: JsonValueKind.Object } master && master.IsTruthy() ? master : record;
        foreach (var property in top.EnumerateObject())
        {
            if (property.Name is not ("text" or "raw_text" or "full_text" or "must_not_contain")) Append(body.Append(property.Name), property.Value);
        }
        var text = Squeezed(body.ToString());
        return [.. forbidden.Select(f => f.Text()).Where(f => text.Contains(Squeezed(f), StringComparison.Ordinal))];
    }

    /// <summary>Each value is set apart by a quotation mark, so that no forbidden text is found across two.</summary>
    private static void Append(StringBuilder body, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Append(body.Append('"').Append(property.Name), property.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Append(body, item);
                break;
            default:
                body.Append('"').Append(element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText()).Append('"');
                break;
        }
    }

    private static string Squeezed(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('(' or ')' or '/' or '-')) squeezed.Append(c);
        }
        return squeezed.ToString().ToLowerInvariant();
    }
}
