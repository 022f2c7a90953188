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
        var terms = TermsOf(row, tokens);
        return db.Database.ExecuteSqlAsync($"INSERT INTO search_terms (asset_id, terms) VALUES ({row.AssetId}, array_to_tsvector({terms}))", cancellationToken);
    }

    public static string[] TermsOf(DisplayRow row, IEnumerable<string> tokens)
    {
        var owner = Owner(row.AccountId, row.Environment);
        return [.. tokens.Select(token => owner + token)];
    }

    /// <summary>Whether row <c>r</c> matches the expression that is the first parameter. As a value of its own it is asked of one row after another, never joined.</summary>
    public const string HasRow = "(SELECT t.terms @@ CAST({0} AS tsquery) FROM search_terms AS t WHERE t.asset_id = r.asset_id)";

    public static IQueryable<Guid> Matching(PostgresDb db, Guid accountId, string environment, IReadOnlyList<SearchTerm> terms)
    {
        var expression = Expression(accountId, environment, terms);
        return db.Database.SqlQuery<Guid>($"SELECT asset_id AS \"Value\" FROM search_terms WHERE terms @@ CAST({expression} AS tsquery)");
    }

    /// <summary>A tsquery.</summary>
    public static string Expression(Guid accountId, string environment, IReadOnlyList<SearchTerm> terms)
    {
        var owner = Owner(accountId, environment);
        var match = new StringBuilder();
        foreach (var term in terms)
        {
            if (match.Length > 0) match.Append(" & ");
            match.Append('\'').Append(owner).Append(Escape(term.Token)).Append(term.IsPrefix ? "':*" : "'");
        }
        return match.ToString();
    }

    /// <summary>Of the account the random end alone, as it stands in every term: whoever asks for rows names their account as well.</summary>
    private static string Owner(Guid accountId, string environment) => accountId.ToString("N")[^12..] + environment[0];

    private static string Escape(string token) => token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
}
