using System.Text.Encodings.Web;
using System.Text.Json;
using Resumai.Server.Lists;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>A page of display rows as JSON, with the columns asked for.</summary>
internal sealed class JsonPage(Page<DisplayRow> page, IReadOnlyList<DisplayColumn> columns) : IResult
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, WriterOptions);
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var row in page.Items) WriteRow(json, row, columns);
        json.WriteEndArray();
        json.WriteString("next_cursor", page.NextCursor);
        json.WriteNumber("total", page.Total);
        json.WriteBoolean("total_exact", page.TotalExact);
        json.WriteEndObject();
    }

    public static void WriteRow(Utf8JsonWriter json, DisplayRow row, IReadOnlyList<DisplayColumn> columns)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            switch (column.Value(row))
            {
                case null: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                case Guid id: json.WriteStringValue(id); break;
                case DateTime time: json.WriteStringValue(time); break;
                case int number: json.WriteNumberValue(number); break;
                case decimal number: json.WriteNumberValue(number); break;
                case double number: json.WriteNumberValue(number); break;
                case StoredList list: json.WriteRawValue(list.Json, skipInputValidation: true); break;
                case var other: throw new NotSupportedException($"{other.GetType()} has no JSON form here.");
            }
        }
        json.WriteEndObject();
    }
}
