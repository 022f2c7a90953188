using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Data;
using Resumai.Server.Data.Exports;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>
/// <c>GET /cvs/export.csv</c>, <c>.xlsx</c>, <c>.ndjson</c>: what the grid shows at the same query, all rows of it, as <c>GET /data/display</c> writes
/// them. Row by row: as many as there are take no more memory than a few.
/// </summary>
internal static class CvExport
{
    public static IReadOnlyList<string> Formats { get; } = [.. DisplayFormat.All.Where(f => f.Write is not null).Select(f => f.Name)];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var format in DisplayFormat.All.Where(f => f.Write is not null))
        {
            app.MapGet(PathOf(format.Name), (HttpContext http, ApiCaller caller, QueryValues query, ServerDb db, DataFolder data, TimeProvider time, CancellationToken cancellation) =>
                    ListDisplay.SendAllAsync(http, caller, query, format, after: null, db, data, time, cancellation))
                .WithQuery([.. GridQuery.Parameters]).AddEndpointFilter(QueryRules.RefuseFaulty).WithMetadata(new BySession()).ExcludeFromDescription();
        }
    }

    public static string PathOf(string format) => $"/cvs/export.{format}";
}
