using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Exports;

/// <summary>What an export is made of beside its rows.</summary>
/// <param name="FileName">Without extension.</param>
/// <param name="CountRows">How many rows there will be at most.</param>
internal sealed record DisplayTable(IReadOnlyList<DisplayColumn> Columns, string FileName, DataFolder Data, Func<Task<long>> CountRows);

/// <summary>A form of the display table.</summary>
/// <param name="Name">As in the <c>format</c> parameter; a file's extension.</param>
/// <param name="Write">Writes the body; null for JSON, which comes by pages.</param>
internal sealed record DisplayFormat(string Name, string MediaType, string ContentType,
    Func<HttpResponse, DisplayTable, IAsyncEnumerable<DisplayRow>, CancellationToken, Task>? Write)
{
    public static readonly DisplayFormat Json = new("json", "application/json", "application/json; charset=utf-8", Write: null);

    /// <summary>All; the first is given when nothing is asked for.</summary>
    public static IReadOnlyList<DisplayFormat> All { get; } =
    [
        Json,
        new("csv", "text/csv", "text/csv; charset=utf-8; header=present", CsvExport.WriteAsync),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxExport.WriteAsync),
        new("ndjson", "application/x-ndjson", "application/x-ndjson; charset=utf-8", NdjsonExport.WriteAsync),
    ];

    /// <summary>The one named, else the one that <c>Accept</c> prefers. An endpoint filter has refused what none can satisfy.</summary>
    public static DisplayFormat Of(HttpRequest request, string? name)
    {
        if (name is not null) return All.Single(f => f.Name == name);
        var preferred = MediaTypes.Preferred(request, [.. All.Select(f => f.MediaType)]);
        return All.First(f => f.MediaType == preferred);
    }

    /// <summary>Answers with the rows as a download.</summary>
    public async Task<IResult> SendAsync(HttpContext http, DisplayTable table, IAsyncEnumerable<DisplayRow> rows, CancellationToken cancellationToken)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{table.FileName}.{Name}\"";
        if (HeadAsGet.SentMethod(http) != HttpMethods.Head) await Write!(http.Response, table, rows, cancellationToken);
        return Results.Empty;
    }
}
