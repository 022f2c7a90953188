using System.Text.Json;
using Resumai.Reading;

namespace Resumai.Bench.PageReading;

/// <summary>A word of the truth. <see cref="Box"/> is <see cref="Box.None"/> where the document has no pages.</summary>
public sealed record TruthWord(string Text, int Page, Box Box);

/// <summary>A line as its author meant it to be read: words of one block on one row.</summary>
/// <param name="Block">Paragraph or cell that holds it; null where the source does not tell.</param>
/// <param name="IsBody">False for a page header or footer.</param>
/// <param name="Mend">The whole word, when its last word goes on on the next line behind a hyphen.</param>
public sealed record TruthLine(int Page, int? Block, bool IsBody, string? Mend, IReadOnlyList<TruthWord> Words)
{
    public Box Box => Words.Aggregate(Box.None, (box, word) => box.Union(word.Box));
    public string Text => string.Join(' ', Words.Select(w => w.Text));
}

/// <summary>The lines of a document in the order they are meant to be read: <c>ID.lines.json</c>, written by <c>corpus/make/lines.py</c>.</summary>
/// <param name="Decoration">Words that a style sheet adds: they may be read, anywhere.</param>
public sealed record LineTruth(string Id, string Source, IReadOnlyList<string> Decoration, IReadOnlyList<TruthLine> Lines)
{
    public const string Suffix = ".lines.json";

    public static LineTruth Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        return new LineTruth(root.GetProperty("id").GetString()!, root.GetProperty("source").GetString()!,
            root.TryGetProperty("decoration", out var decoration) ? [.. decoration.EnumerateArray().Select(d => d.GetString()!)] : [],
            [.. root.GetProperty("lines").EnumerateArray().Select(ReadLine)]);
    }

    private static TruthLine ReadLine(JsonElement line)
    {
        var page = line.TryGetProperty("page", out var number) ? number.GetInt32() : 1;
        return new TruthLine(
            page,
            line.TryGetProperty("block", out var block) ? block.GetInt32() : null,
            !line.TryGetProperty("part", out _),
            line.TryGetProperty("mend", out var mend) ? mend.GetString() : null,
            [.. line.GetProperty("words").EnumerateArray().Select(word => ReadWord(word, page))]);
    }

    private static TruthWord ReadWord(JsonElement word, int page) => new(
        word[0].GetString()!, page,
        word.GetArrayLength() < 5 ? Box.None : new Box(word[1].GetDouble(), word[2].GetDouble(), word[3].GetDouble(), word[4].GetDouble()));
}
