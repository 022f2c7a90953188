using System.Globalization;
using System.Text.Json.Nodes;
using Resumai.Server.Data.Corrections;

namespace Resumai.Server.Web.Pages.Cvs.Editing;

/// <summary>One input of a form over an entry.</summary>
/// <param name="Pointer">Of the value in the record.</param>
/// <param name="Path">The keys that lead to it from the entry; of one of several with its number, from 1.</param>
/// <param name="Initial">What the record has, as it is filled in at first; "true" or "false" of yes and no.</param>
internal sealed record EntryInput(string Pointer, IReadOnlyList<(string Key, int? Number)> Path, FieldShape Shape, string Initial)
{
    public string Value { get; set; } = Initial;
}

/// <summary>An entry of a record as a form: an input for each value it has or could have, and one empty group at the end of each list of groups.</summary>
internal sealed class EntryInputs
{
    private readonly FieldShape _shape;
    private readonly JsonNode? _node;
    private readonly string _pointer;
    private readonly Dictionary<string, EntryInput> _byPointer;

    private EntryInputs(FieldShape shape, JsonNode? node, string pointer)
    {
        (_shape, _node, _pointer) = (shape, node, pointer);
        var inputs = new List<EntryInput>();
        Collect(shape, node, pointer, [], inputs);
        (All, _byPointer) = (inputs, inputs.ToDictionary(i => i.Pointer));
    }

    public IReadOnlyList<EntryInput> All { get; }

    /// <summary>The form of an entry, or of a new one when there is no node.</summary>
    /// <param name="part">The part's key.</param>
    public static EntryInputs Of(string part, JsonNode? node, string pointer)
    {
        var shape = FieldShape.Parts[part];
        return new EntryInputs(shape.Kind == FieldKind.Groups ? shape with { Kind = FieldKind.Group } : shape, node, pointer);
    }

    /// <summary>The patch that makes the entry what was filled in; none: nothing was changed.</summary>
    public IReadOnlyList<PatchOperation> Changes() =>
        [.. RecordDiff.Between(_node, Build(_shape, _node, _pointer, isEntry: true), _pointer).Select(c => new PatchOperation("replace", c.Pointer, null, c.To))];

    /// <summary>The patch that adds the entry to its list; none: nothing was filled in.</summary>
    /// <param name="list">Pointer of the list.</param>
    public IReadOnlyList<PatchOperation> Addition(string list) =>
        Build(_shape, null, _pointer, isEntry: false) is { } entry ? [new PatchOperation("add", list + "/-", null, entry)] : [];

    private static void Collect(FieldShape shape, JsonNode? node, string pointer, (string, int?)[] path, List<EntryInput> inputs)
    {
        switch (shape.Kind)
        {
            case FieldKind.Group:
                foreach (var field in shape.Fields) Collect(field, (node as JsonObject)?[field.Name], JsonPointers.Child(pointer, field.Name), [.. path, (field.Name, null)], inputs);
                break;
            case FieldKind.Groups:
                var list = node as JsonArray ?? [];
                for (var i = 0; i <= list.Count; i++)
                {
                    Collect(shape with { Kind = FieldKind.Group }, i < list.Count ? list[i] : null, Index(pointer, i), [.. path[..^1], (shape.Name, i + 1)], inputs);
                }
                break;
            default:
                inputs.Add(new EntryInput(pointer, path, shape, node switch
                {
                    JsonArray lines => string.Join('\n', lines.Select(l => l?.ToString())),
                    JsonValue value when value.TryGetValue<bool>(out var yes) => yes ? "true" : "false",
                    null => shape.Kind == FieldKind.YesNo ? "false" : "",
                    _ => node.ToString(),
                }));
                break;
        }
    }

    /// <param name="isEntry">The entry itself: it is there however empty it is.</param>
    private JsonNode? Build(FieldShape shape, JsonNode? original, string pointer, bool isEntry)
    {
        // Untouched it stays as it is, whatever a form makes of its spaces and of groups that are empty.
        if (original is not null && !All.Any(i => i.Value != i.Initial && JsonPointers.IsUnder(i.Pointer, pointer))) return original.DeepClone();
        switch (shape.Kind)
        {
            case FieldKind.Group:
                var group = original as JsonObject is { } known ? (JsonObject)known.DeepClone() : [];
                foreach (var field in shape.Fields) group[field.Name] = Build(field, (original as JsonObject)?[field.Name], JsonPointers.Child(pointer, field.Name), isEntry: false);
                return isEntry || shape.Fields.Any(f => !IsEmpty(group[f.Name])) ? group : null;
            case FieldKind.Groups:
                var list = original as JsonArray ?? [];
                var built = Enumerable.Range(0, list.Count + 1)
                    .Select(i => Build(shape with { Kind = FieldKind.Group }, i < list.Count ? list[i] : null, Index(pointer, i), isEntry: false)).Where(g => g is not null);
                return new JsonArray([.. built]);
            default:
                return ValueOf(_byPointer[pointer]);
        }
    }

    private static JsonNode? ValueOf(EntryInput input)
    {
        var text = input.Value.ReplaceLineEndings("\n").Trim();
        return input.Shape.Kind switch
        {
            FieldKind.YesNo => text == "true",
            FieldKind.Lines => new JsonArray([.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => (JsonNode?)l)]),
            _ when text.Length == 0 => null,
            FieldKind.Number when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } || (node is JsonValue value && value.TryGetValue<bool>(out var yes) && !yes);

    private static string Index(string pointer, int index) => $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}";
}
