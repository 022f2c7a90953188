using Resumai.Layout;

namespace Resumai.Master.Certainty;

/// <summary>A value of the record before its confidence is known.</summary>
/// <param name="Pointer">RFC 6901.</param>
/// <param name="Raw">0–1: what the extractor thinks of it.</param>
internal sealed record ValueNote(string Pointer, double Raw, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>The pointer without indices: the same for the same key of all entries.</summary>
    public string Field { get; } = WithoutIndices(Pointer);

    /// <summary>The entry it belongs to ("/experience/2"), or its field where it is in no entry.</summary>
    public string Entry { get; } = EntryOf(Pointer);

    private static string WithoutIndices(string pointer)
    {
        if (!pointer.AsSpan().ContainsAnyInRange('0', '9')) return pointer;
        var field = new System.Text.StringBuilder(pointer.Length);
        foreach (var part in pointer.AsSpan(1).Split('/'))
        {
            var key = pointer.AsSpan(1)[part];
            if (!int.TryParse(key, out _)) field.Append('/').Append(key);
        }
        return field.ToString();
    }

    private static string EntryOf(string pointer)
    {
        var at = pointer.IndexOf('/', 1) + 1;
        if (at == 0) return pointer;
        var end = pointer.IndexOf('/', at);
        if (end < 0) end = pointer.Length;
        return int.TryParse(pointer.AsSpan(at, end - at), out _) ? pointer[..end] : pointer;
    }
}
