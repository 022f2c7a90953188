using System.Globalization;
using System.Text;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Exports;

/// <summary>
/// RFC 4180 with commas and CRLF, in UTF-8 with a byte order mark. A text cell that a spreadsheet would run as a formula gets a
/// leading apostrophe; E.164 phone numbers stay as they are.
/// </summary>
internal static class CsvExport
{
    private const int FlushAt = 32 * 1024;

    public static async Task WriteAsync(HttpResponse response, DisplayTable table, IAsyncEnumerable<DisplayRow> rows, CancellationToken cancellationToken)
    {
        var text = new StringBuilder("\uFEFF");
        WriteLine(text, table.Columns.Select(c => c.Name));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            WriteLine(text, table.Columns.Select(c => Cell(c.Value(row))));
            if (text.Length < FlushAt) continue;
            await SendAsync(response, text, cancellationToken);
        }
        await SendAsync(response, text, cancellationToken);
    }

    private static async Task SendAsync(HttpResponse response, StringBuilder text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text.ToString(), Encoding.UTF8, cancellationToken);
        text.Clear();
    }

    private static void WriteLine(StringBuilder text, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) text.Append(',');
            first = false;
            if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) text.Append(cell);
            else text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        text.Append("\r\n");
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Guarded(text),
        StoredList list => Guarded(list.ToString()),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(format: null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} has no CSV form here."),
    };

    private static string Guarded(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsE164(text) ? "'" + text : text;

    /// <summary>"+", a country code that does not begin with 0, 7 to 15 digits in all (ITU-T E.164).</summary>
    private static bool IsE164(string text) =>
        text.Length is >= 8 and <= 16 && text[0] == '+' && text[1] != '0' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
