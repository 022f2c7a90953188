using Resumai.Layout;

namespace Resumai.Master.Certainty;

/// <summary>A value of the record before its confidence is known.</summary>
/// <param name="Pointer">RFC 6901.</param>
/// <param name="Raw">0–1: what the extractor thinks of it.</param>
internal sealed record ValueNote(string Pointer, double Raw, IReadOnlyList<TextSpan> Spans)
{
    /// <summary>The pointer without indices: the same for the same key of all entries.</summary>
    public string Field { get; } = string.Concat(Pointer.Split('/').Skip(1).Where(p => !int.TryParse(p, out _)).Select(p => "/" + p));

    /// <summary>The entry it belongs to ("/experience/2"), or its field where it is in no entry.</summary>
    public string Entry { get; } = Pointer.Split('/') is [_, var list, var at, ..] && int.TryParse(at, out _) ? $"/{list}/{at}" : Pointer;
}
