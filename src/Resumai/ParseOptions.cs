using Resumai.Reading;

namespace Resumai;

/// <summary>What the parser is told besides the bytes. It has no clock: <see cref="AsOf"/> is the day open ranges count to.</summary>
public sealed record ParseOptions
{
    public required DateOnly AsOf { get; init; }
    /// <summary>How to read what the document leaves open, and the language of normalised labels: "de", "en-US", "en_US"; null is English labels.</summary>
    public string? Locale { get; init; }
    public string? Filename { get; init; }
    public ReadLimits Limits { get; init; } = new();
    /// <summary>Told when a stage begins and ends; null when nobody listens.</summary>
    public Action<StageReport>? OnStage { get; init; }
    /// <summary>Told the number of pages once it is known, before what takes long: recognition. 1 for formats without pages; null when nobody listens.</summary>
    public Action<int>? OnPages { get; init; }
}

/// <summary>The stages of a parse, in order; the names are the API's.</summary>
public enum ParseStage { Read, Layout, Extract, Normalize }

/// <summary>A stage began (<paramref name="Finished"/> false) or ended.</summary>
public readonly record struct StageReport(ParseStage Stage, bool Finished);

/// <summary>A record with evidence and text, or the reason there is none.</summary>
public sealed record ParseResult(Master.MasterRecord? Record, ParseError? Error)
{
    /// <summary>Heads of entries that the parser is not sure of, for who wants to ask about them.</summary>
    public IReadOnlyList<Master.Doubts.DoubtfulBlock> Doubts { get; init; } = [];
}
