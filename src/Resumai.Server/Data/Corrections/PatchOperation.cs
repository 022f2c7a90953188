using System.Text.Json.Nodes;
using Resumai.Server.Errors;

namespace Resumai.Server.Data.Corrections;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Name"><c>add</c>, <c>remove</c>, <c>replace</c>, <c>move</c>, <c>copy</c> or <c>test</c>.</param>
/// <param name="From">Of move and copy.</param>
/// <param name="Value">Of add, replace and test.</param>
internal sealed record PatchOperation(string Name, string Path, string? From, JsonNode? Value)
{
    /// <summary>Most operations of one patch.</summary>
    public const int Most = 500;

    private static readonly string[] Names = ["add", "remove", "replace", "move", "copy", "test"];

    /// <summary>The operations of a patch document; what is wrong with it, by the place in it (<c>/0/path</c>).</summary>
    public static (IReadOnlyList<PatchOperation> Operations, IReadOnlyList<FieldError> Faults) Read(JsonNode? document)
    {
        if (document is not JsonArray list) return ([], [new FieldError("body", "must be a JSON Patch: an array of operations (RFC 6902)")]);
        if (list.Count is 0 or > Most) return ([], [new FieldError("body", $"must have 1 to {Most} operations")]);
        var faults = new List<FieldError>();
        var operations = new List<PatchOperation>();
        for (var i = 0; i < list.Count; i++)
        {
            if (Read(list[i], $"/{i}", faults) is { } operation) operations.Add(operation);
        }
        return (operations, faults);
    }

    private static PatchOperation? Read(JsonNode? node, string at, List<FieldError> faults)
    {
        if (node is not JsonObject operation)
        {
            faults.Add(new FieldError(at, "must be an object with op and path"));
            return null;
        }
        var before = faults.Count;
        var name = Text(operation["op"]);
        if (!Names.Contains(name)) faults.Add(new FieldError(at + "/op", $"must be one of {string.Join(", ", Names)}"));
        var path = Pointer("path");
        var from = name is "move" or "copy" ? Pointer("from") : null;
        if (name is "add" or "replace" or "test" && !operation.ContainsKey("value")) faults.Add(new FieldError(at + "/value", "is required"));
        return faults.Count > before ? null : new PatchOperation(name!, path!, from, operation["value"]);

        string? Pointer(string member)
        {
            var text = Text(operation[member]);
            if (text is null || JsonPointers.Tokens(text) is null) faults.Add(new FieldError($"{at}/{member}", "must be a JSON Pointer (RFC 6901), like /contact/full_name"));
            return text;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
