namespace Resumai.Normalize.Phones;

/// <summary>Where national numbers of a document may belong (ISO 3166-1 alpha-2).</summary>
/// <param name="Told">By what the document says of itself, the likeliest first.</param>
/// <param name="Spoken">By nothing but its language, the likeliest first.</param>
internal sealed record NumberOrigins(IReadOnlyList<string> Told, IReadOnlyList<string> Spoken)
{
    /// <summary>What has been read so far.</summary>
    public KnownNumbers Known { get; } = new();
}
