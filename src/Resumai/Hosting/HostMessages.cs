using System.Text.Json;
using System.Text.Json.Serialization;
using Resumai.Reading;

namespace Resumai.Hosting;

/// <summary>First words of a parse host: the server refuses a host of another protocol version.</summary>
/// <param name="Formats">Names of the formats it reads.</param>
/// <param name="Sandbox">What keeps it from the network and files, as it found by trying.</param>
public sealed record HostHello(int Protocol, IReadOnlyList<string> Formats, SandboxLevel Sandbox)
{
    /// <summary>Version of the protocol this build speaks; any change of frames or messages raises it.</summary>
    public const int CurrentProtocol = 4;
}

/// <summary>What the parser is told besides the bytes: <see cref="ParseOptions"/> as data.</summary>
/// <param name="Doubts">The server wants to know what the parser is not sure of.</param>
public sealed record HostRequest(DateOnly AsOf, string? Locale, string? Filename, ReadLimits Limits, bool Doubts = false);

/// <summary>Which page of a document is to be drawn.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Width">Pixels from side to side; fewer where the page would have more than <see cref="DrawnPage.MostPixels"/>.</param>
/// <param name="Boxes">Where values of the record stand on the page, in points: they tell which way up a scan was read.</param>
public sealed record DrawingRequest(int Page, int Width, ReadLimits Limits, IReadOnlyList<double[]> Boxes);

/// <summary>The JSON form of the protocol's messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HostHello))]
[JsonSerializable(typeof(HostRequest))]
[JsonSerializable(typeof(DrawingRequest))]
[JsonSerializable(typeof(ParseError))]
[JsonSerializable(typeof(IReadOnlyList<Master.Doubts.DoubtfulBlock>), TypeInfoPropertyName = "DoubtfulBlocks")]
public sealed partial class HostJson : JsonSerializerContext;
