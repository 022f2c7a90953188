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
public sealed class EntryInputs
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

    internal IReadOnlyList<EntryInput> All { get; }

    /// <summary>Of the entry in the record; of one to add, its list's with <c>/-</c>.</summary>
    public string Pointer => _pointer;

    /// <summary>It adds an entry.</summary>
    public bool IsNew => _pointer.EndsWith("/-", StringComparison.Ordinal);

    /// <summary>A form to add an entry to a list.</summary>
    public static EntryInputs New(string part) => Of(part, null, $"/{part}/-");

    /// <summary>The form of an entry, or of a new one when there is no node.</summary>
    /// <param name="part">The part's key.</param>
    public static EntryInputs Of(string part, JsonNode? node, string pointer)
    {
        var shape = FieldShape.Parts[part];
        return new EntryInputs(shape.Kind == FieldKind.Groups ? shape with { Kind = FieldKind.Group } : shape, node, pointer);
    }

    /// <summary>The patch that makes the entry what was filled in; none: nothing was changed.</summary>
    internal IReadOnlyList<PatchOperation> Changes() =>
        [.. RecordDiff.Between(_node, Build(_shape, _node, _pointer, isEntry: true), _pointer).Select(c => new PatchOperation("replace", c.Pointer, null, c.To))];

    /// <summary>The patch that adds the entry to its list; none: nothing was filled in.</summary>
    /// <param name="list">Pointer of the list.</param>
    internal IReadOnlyList<PatchOperation> Addition(string list) =>
        Build(_shape, _node, _pointer, isEntry: false) is { } entry ? [new PatchOperation("add", list + "/-", null, entry)] : [];

    /// <summary>
    /// What was typed, over the record as it is now: what was not touched is as the record has it. An entry is found again where the list has others before it by now; one that is gone
    /// becomes one to add, with all that it had.
    /// </summary>
    /// <returns>The form, and whether its entry is another than it was.</returns>
    public (EntryInputs Form, bool IsOther) Onto(CvPart part)
    {
        if (IsNew) return (this, false);
        if (EntryIn(part) is not { } entry) return (Of(part.Name, Known(_shape, Build(_shape, _node, _pointer, isEntry: true)), New(part.Name)._pointer), true);
        var form = Of(part.Name, entry.Node, entry.Pointer);
        foreach (var typed in All.Where(i => i.Value != i.Initial))
        {
            if (form.Counterpart(this, typed) is { } input) input.Value = typed.Value;
        }
        return (form, !JsonNode.DeepEquals(_node, entry.Node));
    }

    /// <summary>The entry as it is now; null when it is gone.</summary>
    private CvEntry? EntryIn(CvPart part)
    {
        if (FieldShape.Parts[part.Name].Kind != FieldKind.Groups) return part.Entries[0];
        // Of two that say the same it is the one in its place.
        if (part.Entries.FirstOrDefault(e => e.Pointer == _pointer) is { } unmoved && JsonNode.DeepEquals(unmoved.Node, _node)) return unmoved;
        var at = Array.IndexOf(EntryMatch.Of([_node?.DeepClone()], new JsonArray([.. part.Entries.Select(e => e.Node?.DeepClone())])), 0);
        return at < 0 ? null : part.Entries[at];
    }

    /// <summary>The input here for one of a form over an earlier record; the empty group at a list's end stays that.</summary>
    private EntryInput? Counterpart(EntryInputs earlier, EntryInput input)
    {
        var (from, to, pointer) = (earlier._node, _node, _pointer);
        foreach (var token in JsonPointers.Tokens(input.Pointer)!.Skip(JsonPointers.Tokens(earlier._pointer)!.Length))
        {
            if (JsonPointers.Index(token) is not { } index)
            {
                (from, to, pointer) = ((from as JsonObject)?[token], (to as JsonObject)?[token], JsonPointers.Child(pointer, token));
                continue;
            }
            var (before, now) = ((from as JsonArray)?.Count ?? 0, (to as JsonArray)?.Count ?? 0);
            var at = index < before && index < now ? index : now;
            (from, to, pointer) = (index < before ? from![index] : null, at < now ? to![at] : null, Index(pointer, at));
        }
        return _byPointer.GetValueOrDefault(pointer);
    }

    /// <summary>Without what a form has no input for: the server finds that out anew.</summary>
    private static JsonNode? Known(FieldShape shape, JsonNode? node) => (shape.Kind, node) switch
    {
        (FieldKind.Group, JsonObject group) => new JsonObject(shape.Fields.Select(f => KeyValuePair.Create(f.Name, Known(f, group[f.Name])))),
        (FieldKind.Groups, JsonArray list) => new JsonArray([.. list.Select(n => Known(shape with { Kind = FieldKind.Group }, n))]),
        _ => node?.DeepClone(),
    };

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
