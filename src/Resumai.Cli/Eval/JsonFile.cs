using System.Text.Json;

namespace Resumai.Cli.Eval;

/// <summary>JSON read from disk for scoring.</summary>
internal static class JsonFile
{
    /// <summary>The file's root; undefined when the file cannot be read or is no JSON.</summary>
    public static JsonElement Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path).AsSpan();
            if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 512 });
            return JsonElement.ParseValue(ref reader);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return default;
        }
    }
}
