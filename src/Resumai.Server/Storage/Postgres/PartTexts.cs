using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Resumai.Server.Storage.Postgres;

/// <summary>Titles and employers of the display rows, each text once (tables <c>display_texts</c> and <c>display_text_rows</c>, filled by triggers): ten thousand rows have few of them.</summary>
internal static class PartTexts
{
    /// <summary>Shorter parts have no run of three characters.</summary>
    public static IQueryable<Guid>? With(PostgresDb db, DisplayPart part, string text, Guid accountId, string environment)
    {
        if (text.EnumerateRunes().Count() < 3 || text.Contains('\0', StringComparison.Ordinal)) return null;
        var pattern = $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        // OFFSET 0: text after text, until there are enough rows; PostgreSQL would join whole tables.
        return db.Database.SqlQuery<Guid>(
            $"""
             SELECT r.asset_id AS "Value" FROM display_texts AS t
             CROSS JOIN LATERAL (SELECT asset_id FROM display_text_rows WHERE text_id = t.id AND part = {(short)part} AND account_id = {accountId} AND environment = {environment} OFFSET 0) AS r
             WHERE t.text LIKE {pattern}
             """);
    }

    /// <summary>Removes texts that no row has any more, but for those that a writer holds.</summary>
    public static async Task ForgetAsync(PostgresDb db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 DELETE FROM display_texts WHERE id IN (SELECT t.id FROM display_texts AS t
                    WHERE NOT EXISTS (SELECT FROM display_text_rows AS r WHERE r.text_id = t.id) FOR UPDATE SKIP LOCKED)
                 """, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            // One of them came back meanwhile: the next sweep removes the others.
            return;
        }
    }
}
