using System.Globalization;
using System.Text.Json.Nodes;

namespace Resumai.Server.Data.Corrections;

/// <summary>A value that differs between two forms of a record.</summary>
internal sealed record RecordChange(string Pointer, JsonNode? From, JsonNode? To);

/// <summary>
/// What differs, value by value; a list whose entries are more or fewer differs as a whole. Only what may be corrected is compared, and
/// nothing that is counted from it.
/// </summary>
internal static class RecordDiff
{
    /// <summary>The keys of a record whose values may be corrected.</summary>
    public static readonly string[] Correctable =
    [
        "language", "contact", "summary", "experience", "education", "skills", "languages", "certifications", "projects", "publications",
        "awards", "volunteering", "interests", "references",
    ];

    /// <summary>Of a post: counted from its dates.</summary>
    public const string Counted = "duration_months";

    public static IReadOnlyList<RecordChange> Between(JsonObject from, JsonObject to)
    {
        var changes = new List<RecordChange>();
        foreach (var key in Correctable) Compare(from[key], to[key], "/" + key, changes);
        return changes;
    }

    /// <summary>The same for one value of a record.</summary>
    /// <param name="pointer">Its place.</param>
    public static IReadOnlyList<RecordChange> Between(JsonNode? from, JsonNode? to, string pointer)
    {
        var changes = new List<RecordChange>();
        Compare(from, to, pointer, changes);
        return changes;
    }

    private static void Compare(JsonNode? from, JsonNode? to, string pointer, List<RecordChange> changes)
    {
        switch (from, to)
        {
            case (JsonObject before, JsonObject after):
                foreach (var (key, value) in after)
                {
                    if (key != Counted) Compare(before[key], value, JsonPointers.Child(pointer, key), changes);
                }
                break;
            case (JsonArray before, JsonArray after) when before.Count == after.Count:
                for (var i = 0; i < after.Count; i++) Compare(before[i], after[i], $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", changes);
                break;
            default:
                if (!JsonNode.DeepEquals(from, to)) changes.Add(new RecordChange(pointer, from?.DeepClone(), to?.DeepClone()));
                break;
        }
    }
}
