using System.Text;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Search;

namespace Resumai.Server.Storage.Sqlite;

/// <summary>
/// The full-text index in SQLite (FTS5, contentless). Every indexed term begins with its account and environment, so that a search
/// walks through the terms of its own account only, prefixes too, however many rows the others have.
/// </summary>
internal static class FullText
{
    /// <summary>A trigger removes them with the asset.</summary>
    public static async Task AddAsync(SqliteDb db, DisplayRow row, IEnumerable<string> tokens, CancellationToken cancellationToken)
    {
        var document = new SearchDocument { AssetId = row.AssetId };
        db.SearchDocuments.Add(document);
        await db.SaveChangesAsync(cancellationToken);
        var text = TermsOf(row, tokens);
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_terms (rowid, terms) VALUES ({document.Id}, {text})", cancellationToken);
    }

    public static string TermsOf(DisplayRow row, IEnumerable<string> tokens)
    {
        var terms = new StringBuilder();
        foreach (var token in tokens) AppendTerm(terms, row.AccountId, row.Environment, token).Append(' ');
        return terms.ToString();
    }

    /// <summary>Whether row <c>r</c> matches the expression that is the first parameter. One row's look into the index, not all that match.</summary>
    public const string HasRow =
        """
        EXISTS (SELECT 1 FROM search_documents AS d CROSS JOIN search_terms AS t ON t.rowid = d.id WHERE d.asset_id = r.asset_id AND search_terms MATCH {0})
        """;

    public static IQueryable<Guid> Matching(SqliteDb db, Guid accountId, string environment, IReadOnlyList<SearchTerm> terms)
    {
        var expression = Expression(accountId, environment, terms);
        return db.Database.SqlQuery<Guid>(
            $"SELECT d.asset_id AS \"Value\" FROM search_terms JOIN search_documents AS d ON d.id = search_terms.rowid WHERE search_terms MATCH {expression}");
    }

    /// <summary>A phrase of trigrams is the text itself; shorter texts have none.</summary>
    public static IQueryable<Guid>? WithPart(SqliteDb db, DisplayPart part, string text, Guid accountId, string environment)
    {
        if (text.EnumerateRunes().Count() < 3 || text.Contains('\0', StringComparison.Ordinal)) return null;
        var column = part == DisplayPart.Title ? "title" : "employer";
        var expression = $"{column} : \"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return db.Database.SqlQuery<Guid>(
            $"""
             SELECT r.asset_id AS "Value" FROM display_parts CROSS JOIN search_documents AS d ON d.id = display_parts.rowid
             CROSS JOIN display_rows AS r ON r.asset_id = d.asset_id
             WHERE display_parts MATCH {expression} AND r.account_id = {accountId} AND r.environment = {environment}
             """);
    }

    /// <summary>What MATCH is given.</summary>
    public static string Expression(Guid accountId, string environment, IReadOnlyList<SearchTerm> terms)
    {
        var match = new StringBuilder();
        foreach (var term in terms)
        {
            if (match.Length > 0) match.Append(" AND ");
            AppendTerm(match.Append('"'), accountId, environment, term.Token).Append(term.IsPrefix ? "\" *" : "\"");
        }
        return match.ToString();
    }

    /// <summary>
    /// Account, environment and token as one word to FTS5's ascii tokenizer, which splits at ASCII characters that are neither letter
    /// nor digit: those move to the private use area, one for one, so that prefixes stay prefixes. Its folding of A–Z finds none.
    /// </summary>
    private static StringBuilder AppendTerm(StringBuilder terms, Guid accountId, string environment, string token)
    {
        terms.Append(accountId.ToString("N")).Append(environment[0]);
        foreach (var c in token) terms.Append(char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) ? (char)(0xE000 + c) : c);
        return terms;
    }
}
