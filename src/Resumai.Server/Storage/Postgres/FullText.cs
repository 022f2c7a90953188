using System.Text;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Search;

namespace Resumai.Server.Storage.Postgres;

/// <summary>
/// The full-text index in PostgreSQL: our own tokens as they are (<c>array_to_tsvector</c>), none of its dictionaries. Every term begins with
/// its account and environment, so that a search walks through the terms of its own account only, prefixes too.
/// </summary>
internal static class FullText
{
    public static Task AddAsync(PostgresDb db, DisplayRow row, IEnumerable<string> tokens, CancellationToken cancellationToken)
    {
        var owner = Owner(row.AccountId, row.Environment);
        var terms = tokens.Select(token => owner + token).ToArray();
        return db.Database.ExecuteSqlAsync($"INSERT INTO search_terms (asset_id, terms) VALUES ({row.AssetId}, array_to_tsvector({terms}))", cancellationToken);
    }

    public static IQueryable<Guid> Matching(PostgresDb db, Guid accountId, string environment, IReadOnlyList<SearchTerm> terms)
    {
        var owner = Owner(accountId, environment);
        var match = new StringBuilder();
        foreach (var term in terms)
        {
            if (match.Length > 0) match.Append(" & ");
            match.Append('\'').Append(owner).Append(Escape(term.Token)).Append(term.IsPrefix ? "':*" : "'");
        }
        var expression = match.ToString();
        return db.Database.SqlQuery<Guid>($"SELECT asset_id AS \"Value\" FROM search_terms WHERE terms @@ CAST({expression} AS tsquery)");
    }

    private static string Owner(Guid accountId, string environment) => accountId.ToString("N") + environment[0];

    private static string Escape(string token) => token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
}
