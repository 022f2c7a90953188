using System.Text.Json;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Exports;

/// <summary>One JSON object a line.</summary>
internal static class NdjsonExport
{
    private const int FlushAt = 32 * 1024;

    public static async Task WriteAsync(HttpResponse response, DisplayTable table, IAsyncEnumerable<DisplayRow> rows, CancellationToken cancellationToken)
    {
        var body = response.BodyWriter;
        await using var json = new Utf8JsonWriter(body, JsonPage.WriterOptions);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            JsonPage.WriteRow(json, row, table.Columns);
            json.Flush();
            json.Reset();
            body.Write("\n"u8);
            if (body.UnflushedBytes >= FlushAt) await body.FlushAsync(cancellationToken);
        }
        await body.FlushAsync(cancellationToken);
    }

    private static void Write(this System.IO.Pipelines.PipeWriter body, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(body.GetSpan(bytes.Length));
        body.Advance(bytes.Length);
    }
}
