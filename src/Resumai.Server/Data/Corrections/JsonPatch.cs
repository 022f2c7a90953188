using System.Text.Json.Nodes;

namespace Resumai.Server.Data.Corrections;

/// <summary>Applies a JSON Patch (RFC 6902) to JSON. Own, because a fault must name its operation and its pointer (decision 16).</summary>
internal static class JsonPatch
{
    /// <summary>Why it cannot be applied.</summary>
    /// <param name="Operation">Its number, from 0.</param>
    /// <param name="TestFailed">A <c>test</c> found another value; else the patch does not fit the document.</param>
    public sealed record Fault(int Operation, string Pointer, string Message, bool TestFailed = false);

    /// <summary>Null when all were applied; else the first that cannot be, and the document is half changed: use a copy.</summary>
    public static Fault? Apply(JsonNode document, IReadOnlyList<PatchOperation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            if (Apply(document, operations[i]) is { } message) return new Fault(i, operations[i].Path, message, operations[i].Name == "test");
        }
        return null;
    }

    private static string? Apply(JsonNode document, PatchOperation operation)
    {
        var path = JsonPointers.Tokens(operation.Path)!;
        switch (operation.Name)
        {
            case "test":
                return JsonPointers.TryGet(document, path, out var found) && JsonNode.DeepEquals(found, operation.Value) ? null : "the value there is another";
            case "add":
                return Add(document, path, operation.Value?.DeepClone());
            case "remove":
                return Take(document, path, out _);
            case "replace":
                return JsonPointers.TrySet(document, operation.Path, operation.Value) ? null : Missing(operation.Path);
            case "copy":
                return JsonPointers.TryGet(document, JsonPointers.Tokens(operation.From!)!, out var copied) ? Add(document, path, copied?.DeepClone()) : Missing(operation.From!);
            default:
                if (operation.Path != operation.From && JsonPointers.IsUnder(operation.Path, operation.From!)) return "a value cannot be moved into itself";
                return Take(document, JsonPointers.Tokens(operation.From!)!, out var moved) ?? Add(document, path, moved);
        }
    }

    private static string? Add(JsonNode document, string[] path, JsonNode? value)
    {
        if (path.Length == 0) return "the whole record cannot be replaced";
        if (!JsonPointers.TryGet(document, path[..^1], out var parent)) return Missing(JsonPointers.Of(path[..^1]));
        switch (parent)
        {
            case JsonObject owner:
                owner[path[^1]] = value;
                return null;
            case JsonArray list when path[^1] == "-":
                list.Add(value);
                return null;
            case JsonArray list when JsonPointers.Index(path[^1]) is { } index && index <= list.Count:
                list.Insert(index, value);
                return null;
            case JsonArray list:
                return $"must end with an index from 0 to {list.Count} or with -";
            default:
                return Missing(JsonPointers.Of(path));
        }
    }

    /// <summary>Removes an entry of a list. A key of the record is always there: removing it leaves null, or an empty list.</summary>
    private static string? Take(JsonNode document, string[] path, out JsonNode? taken)
    {
        taken = null;
        if (path.Length == 0) return "the whole record cannot be removed";
        if (!JsonPointers.TryGet(document, path, out taken) || !JsonPointers.TryGet(document, path[..^1], out var parent)) return Missing(JsonPointers.Of(path));
        switch (parent)
        {
            case JsonArray list:
                list.RemoveAt(JsonPointers.Index(path[^1])!.Value);
                break;
            case JsonObject owner:
                owner[path[^1]] = taken is JsonArray ? new JsonArray() : null;
                break;
            default:
                break;
        }
        return null;
    }

    private static string Missing(string pointer) => $"there is nothing at {(pointer.Length == 0 ? "the root" : pointer)}";
}
