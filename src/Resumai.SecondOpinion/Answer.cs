using System.Text.Json;
using Resumai.Master.Doubts;

namespace Resumai.SecondOpinion;

/// <summary>Reads an answer: JSON with line numbers, and nothing that is not a number is looked at.</summary>
internal static class Answer
{
    private const int MostCharacters = 20_000;

    /// <summary>Null when the text is no such JSON.</summary>
    public static IReadOnlyList<LineAnswer>? Read(string text)
    {
        // Some models wrap JSON in a code fence.
        var (start, end) = (text.IndexOf('{'), text.LastIndexOf('}'));
        if (text.Length > MostCharacters || start < 0 || end < start) return null;
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(start, end - start + 1));
            if (!json.RootElement.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array) return null;
            return [.. blocks.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object).SelectMany(Keys)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<LineAnswer> Keys(JsonElement block)
    {
        if (!block.TryGetProperty("block", out var number) || !IsWhole(number, out var at)) yield break;
        foreach (var property in block.EnumerateObject())
        {
            if (property.Name != "block" && Lines(property.Value) is { Count: > 0 } lines) yield return new LineAnswer(at, property.Name, lines);
        }
    }

    private static IReadOnlyList<int> Lines(JsonElement value)
    {
        if (IsWhole(value, out var one)) return [one];
        if (value.ValueKind != JsonValueKind.Array) return [];
        var lines = new List<int>();
        foreach (var item in value.EnumerateArray())
        {
            if (!IsWhole(item, out var line)) return [];
            lines.Add(line);
        }
        return lines;
    }

    private static bool IsWhole(JsonElement value, out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }
}
