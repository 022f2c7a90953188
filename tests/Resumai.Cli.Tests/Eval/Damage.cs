using System.Text.Json.Nodes;

namespace Resumai.Cli.Tests.Eval;

/// <summary>
/// Turns truths into records with the mistakes parsers make, repeatable from a seed: values lost, swapped, cut, glued, in other
/// cases and without accents, entries dropped, doubled and reordered, other shapes for the same value.
/// </summary>
internal sealed class Damage(int seed, double share)
{
    private readonly Random random = new(seed);

    public JsonNode Of(JsonObject truth)
    {
        var record = truth.DeepClone().AsObject();
        Fields(record["contact"]!.AsObject());
        foreach (var list in (string[])["experience", "education", "languages", "certifications", "projects", "publications", "awards", "volunteering", "references"])
        {
            if (record[list] is JsonArray entries) Entries(entries);
        }
        foreach (var list in (string[])["skills", "interests"])
        {
            if (record[list] is JsonArray items) Items(items, wrap: true);
        }
        if (Hit) record["summary"] = Text((string?)record["summary"] ?? "");
        if (Hit) record["language"] = "en";
        if (record["contact"] is JsonObject contact)
        {
            if (Hit) Move(contact, "city", "location");
            if (contact["phones"] is JsonArray phones && Hit) contact["phones"] = new JsonArray([.. phones.Select(p => (JsonNode)new JsonObject { ["raw"] = "0 " + p, ["e164"] = p!.DeepClone() })]);
        }
        return random.Next(8) == 0 ? new JsonObject { ["master"] = record } : record;
    }

    private bool Hit => random.NextDouble() < share;

    private void Fields(JsonObject entry)
    {
        foreach (var (key, value) in entry.ToList())
        {
            if (value is JsonArray items) Items(items, wrap: false);
            else if (value?.GetValueKind() == System.Text.Json.JsonValueKind.String && Hit) entry[key] = Text((string)value!);
            else if (value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False && Hit) entry[key] = !(bool)value!;
        }
        if (entry.Count > 1 && Hit)
        {
            string[] texts = [.. entry.Where(p => p.Value?.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(p => p.Key)];
            if (texts.Length > 1)
            {
                random.Shuffle(texts);
                (entry[texts[0]], entry[texts[1]]) = (entry[texts[1]]!.DeepClone(), entry[texts[0]]!.DeepClone());
            }
        }
        if (entry.Count > 0 && Hit) entry.Remove(entry.ElementAt(random.Next(entry.Count)).Key);
    }

    private void Entries(JsonArray entries)
    {
        foreach (var entry in entries.OfType<JsonObject>()) Fields(entry);
        if (entries.Count > 0 && Hit) entries.RemoveAt(random.Next(entries.Count));
        if (entries.Count > 0 && Hit) entries.Insert(random.Next(entries.Count), entries[random.Next(entries.Count)]!.DeepClone());
        if (entries.Count > 1 && Hit)
        {
            var last = entries[^1]!.DeepClone();
            entries.RemoveAt(entries.Count - 1);
            entries.Insert(0, last);
        }
    }

    private void Items(JsonArray items, bool wrap)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i]?.GetValueKind() != System.Text.Json.JsonValueKind.String) continue;
            if (Hit) items[i] = Text((string)items[i]!);
            if (wrap && random.Next(3) == 0) items[i] = new JsonObject { ["name"] = items[i]!.DeepClone(), ["level"] = null };
        }
        if (items.Count > 0 && Hit) items.RemoveAt(random.Next(items.Count));
        if (items.Count > 0 && Hit) items.Add(items[0]!.DeepClone());
    }

    private string Text(string text) => random.Next(10) switch
    {
        0 => text.ToUpperInvariant(),
        1 => text.ToLowerInvariant(),
        2 => Resumai.Text.UnicodeText.Fold(text),
        3 => Resumai.Text.UnicodeText.DecomposeCompatibility(text),
        4 => string.Join(' ', text.Split(' ').Reverse()),
        5 => text[..(text.Length / 2)],
        6 => text + ", " + string.Concat(Enumerable.Repeat("ﬁne words ❤️ ẞ İ ", random.Next(1, 8))),
        7 => text.Replace(" ", "  ").Replace("-", "\u00AD"),
        8 => "«" + text.Replace("'", "’") + "» 𝒞𝒱 🙂",
        _ => "",
    };

    private static void Move(JsonObject from, string key, string into)
    {
        if (from[key] is not { } value) return;
        from.Remove(key);
        from[into] = new JsonObject { [key] = value.DeepClone(), ["raw"] = "somewhere" };
    }
}
