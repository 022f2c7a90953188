using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

internal static class DisplayClient
{
    /// <summary>The rows of a display query, all pages of it (100 at most).</summary>
    public static async Task<List<JsonNode>> RowsAsync(this HttpClient http, string query = "")
    {
        var rows = new List<JsonNode>();
        string? cursor = null;
        for (var page = 0; page < 100; page++)
        {
            var answer = await http.PageAsync(query, cursor);
            rows.AddRange(answer["items"]!.AsArray().Select(i => i!));
            cursor = (string?)answer["next_cursor"];
            if (cursor is null) return rows;
        }
        throw new InvalidOperationException("There is no end to the pages.");
    }

    public static async Task<JsonNode> PageAsync(this HttpClient http, string query, string? cursor = null)
    {
        using var response = await http.GetAsync(Address(query, cursor));
        var body = await response.JsonAsync();
        ((int)response.StatusCode).ShouldBe(200, body.ToJsonString());
        return body;
    }

    public static string Address(string query, string? cursor = null) =>
        "data/display" + (query.Length > 0 ? "?" + query : "") + (cursor is null ? "" : (query.Length > 0 ? "&" : "?") + "cursor=" + cursor);

    public static string? Name(this JsonNode row) => (string?)row["full_name"];
}
