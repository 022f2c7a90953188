using Microsoft.EntityFrameworkCore;

namespace Resumai.Server.Storage.Postgres;

/// <summary>
/// Titles and employers' names, each once with the number of rows that have it: that more than ten thousand rows have a part of a text in them is seen here
/// without a look at one of them.
/// </summary>
internal static class DisplayTexts
{
    /// <summary>Any number that nothing else in the database locks.</summary>
    private const long SummingLock = 0x5265_7375_6D61_74;
    private const int MostAtOnce = 5_000;

    /// <summary>
    /// Whether more rows than that have a text with this part. False: not known. Never true of fewer: of texts and of rows that have come some are left out, of rows that have gone none.
    /// </summary>
    public static async Task<bool> AreMoreThanAsync(PostgresDb db, Guid accountId, string environment, DisplayPart part, string text, int most, CancellationToken cancellationToken)
    {
        // The number of the part stands in the statement: each has an index of its own.
        var sql = $$"""
            SELECT coalesce((SELECT sum(rows) FROM (
                SELECT rows FROM display_texts WHERE account_id = {0} AND environment = {1} AND part = {{(int)part}} AND text LIKE {2} LIMIT {3}) AS t), 0)
              + coalesce((SELECT sum(change) FROM display_text_changes
                WHERE change < 0 AND account_id = {0} AND environment = {1} AND part = {{(int)part}} AND text LIKE {2}), 0) AS "Value"
            """;
        return await db.Database.SqlQueryRaw<long>(sql, accountId, environment, PatternOf(text), most + 1).SingleAsync(cancellationToken) > most;
    }

    /// <summary>Sums up what has come and gone.</summary>
    /// <param name="waits">Whether all that was committed before is summed up when it returns; else not while another server is at it.</param>
    public static async Task SumUpAsync(PostgresDb db, bool waits, CancellationToken cancellationToken)
    {
        int summed;
        do
        {
            await using var write = await db.BeginWriteAsync(cancellationToken);
            if (waits) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SummingLock})", cancellationToken);
            else if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({SummingLock}) AS \"Value\"").SingleAsync(cancellationToken)) return;
            // Lost in a crash it is as it was before, and done again.
            await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit = off", cancellationToken);
            summed = (await db.Database.SqlQuery<int>(
                $"""
                WITH taken AS (
                    DELETE FROM display_text_changes WHERE id IN (SELECT id FROM display_text_changes ORDER BY id LIMIT {MostAtOnce}) RETURNING account_id, environment, part, text, change
                ), changed AS (
                    SELECT account_id, environment, part, text, hashtextextended(text, 0) AS text_hash, sum(change)::int AS rows FROM taken GROUP BY account_id, environment, part, text
                ), counted AS (
                    UPDATE display_texts AS t SET rows = t.rows + c.rows FROM changed AS c
                    WHERE (t.account_id, t.environment, t.part, t.text_hash, t.text) = (c.account_id, c.environment, c.part, c.text_hash, c.text) AND t.rows + c.rows <> 0
                    RETURNING t.account_id, t.environment, t.part, t.text
                ), gone AS (
                    DELETE FROM display_texts AS t USING changed AS c
                    WHERE (t.account_id, t.environment, t.part, t.text_hash, t.text) = (c.account_id, c.environment, c.part, c.text_hash, c.text) AND t.rows + c.rows = 0
                    RETURNING t.account_id, t.environment, t.part, t.text
                ), come AS (
                    INSERT INTO display_texts (account_id, environment, part, text, rows) SELECT account_id, environment, part, text, rows FROM changed
                    WHERE rows <> 0 AND (account_id, environment, part, text) NOT IN (TABLE counted UNION ALL TABLE gone)
                )
                SELECT count(*)::int AS "Value" FROM taken
                """).ToListAsync(cancellationToken))[0];
            await write.CommitAsync();
        }
        while (summed == MostAtOnce);
    }

    private static string PatternOf(string part) =>
        "%" + part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
