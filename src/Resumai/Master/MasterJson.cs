using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Resumai.Master;

/// <summary>The one JSON form of a master record: snake_case, nulls written, no escaping of letters. Source-generated: no reflection at start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MasterRecord))]
public sealed partial class MasterJson : JsonSerializerContext
{
    /// <summary>Compact, letters as they are (the text is JSON, never HTML).</summary>
    public static MasterJson Compact { get; } = new(SerializerOptionsFor(indented: false));

    /// <summary>Indented, for people.</summary>
    public static MasterJson Indented { get; } = new(SerializerOptionsFor(indented: true));

    private static JsonSerializerOptions SerializerOptionsFor(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
