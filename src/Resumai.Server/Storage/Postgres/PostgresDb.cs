using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Resumai.Server.Lists;
using Resumai.Server.Search;

namespace Resumai.Server.Storage.Postgres;

/// <summary>The database on a PostgreSQL server. Writers go side by side and lock the rows they change (READ COMMITTED).</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ServerDb(options)
{
    internal DbSet<SearchTerms> SearchTerms => Set<SearchTerms>();

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken = default)
    {
        RefuseNesting();
        return new WriteTransaction(this, await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken));
    }

    public override Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancellationToken = default) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    internal override IQueryable<Job> Taking(FormattableString select) =>
        Jobs.FromSql(FormattableStringFactory.Create(select.Format + " FOR UPDATE SKIP LOCKED", select.GetArguments()));

    internal override Uniqueness? RefusalOf(DbUpdateException e) => e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refusal
        ? refusal.ConstraintName?.StartsWith("pk_", StringComparison.Ordinal) == true ? Uniqueness.PrimaryKey : Uniqueness.Index
        : null;

    internal override Task IndexAsync(DisplayRow row, IEnumerable<string> tokens, CancellationToken cancellationToken = default) =>
        FullText.AddAsync(this, row, tokens, cancellationToken);

    internal override IQueryable<Guid> Matching(Guid accountId, string environment, IReadOnlyList<SearchTerm> terms) =>
        FullText.Matching(this, accountId, environment, terms);

    internal override Task<bool> AreMoreThanAsync(DisplayPart part, string text, Guid accountId, string environment, int most, CancellationToken cancellationToken = default) =>
        DisplayTexts.AreMoreThanAsync(this, accountId, environment, part, text, most, cancellationToken);

    internal override async Task ForgetDeletedAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await DisplayTexts.SumUpAsync(this, waits: true, cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException { InnerException: DbException })
        {
            // The rows are deleted, which is what was asked; DisplayTextSums tries again.
        }
    }

    internal override IQueryable<DisplayRow> WalkDisplay(string? key, (Guid AccountId, string Environment, IReadOnlyList<SearchTerm> Terms)? search) => search is { } wanted
        ? DisplayRows.FromSqlRaw("SELECT r.* FROM display_rows AS r WHERE " + FullText.HasRow, FullText.Expression(wanted.AccountId, wanted.Environment, wanted.Terms))
        : DisplayRows;

    // One row with a list instead of ten thousand rows, and no list that is not wanted.
    internal override async Task<(int Count, IReadOnlyList<Guid>? Ids)> ReadIdsAsync(IQueryable<Guid> ids, int most, CancellationToken cancellationToken = default)
    {
        var found = await ids.Select(id => new { Id = id }).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Ids = g.Count() > most ? null : EF.Functions.ArrayAgg(g.Select(f => f.Id)) })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? (0, []) : (found.Count, found.Ids);
    }

    // What is found is read from the table once, with what it is sorted by: the ids neither go out nor come back for the second half.
    internal override async Task<(int Count, IReadOnlyList<Guid>? Ids)?> CountAndPageAsync(IQueryable<DisplayRow> rows, RowOrder<DisplayRow> order, Stretch stretch, int most,
        CancellationToken cancellationToken = default)
    {
        await using var found = order.KeysOf(rows).CreateDbCommand();
        var (beyond, direction) = order.IsDescending ? ("<", "DESC") : (">", "ASC");
        var passes = stretch.After switch
        {
            null => "TRUE",
            { Key: null } => $"key IS NULL AND id {beyond} @after_id",
            _ => $"(key, id) {beyond} (@after_key, @after_id) OR key IS NULL",
        };
        List<object> parameters = [.. found.Parameters.Cast<ICloneable>().Select(p => p.Clone()), new NpgsqlParameter("take", stretch.Take), new NpgsqlParameter("most", most)];
        if (stretch.After is { } after) parameters.Add(new NpgsqlParameter("after_id", after.Id));
        if (stretch.After is { Key: not null } keyed) parameters.Add(new NpgsqlParameter("after_key", order.KeyOf(keyed)));
        var sql = $"""
            WITH found(id, key) AS MATERIALIZED ({found.CommandText})
            SELECT counted AS "Count", CASE WHEN counted <= @most THEN ARRAY(SELECT id FROM found WHERE {passes} ORDER BY key {direction} NULLS LAST, id {direction} LIMIT @take) END AS "Ids"
            FROM (SELECT count(*)::int AS counted FROM found) AS c
            """;
        var page = await Database.SqlQueryRaw<CountedPage>(sql, [.. parameters]).ToListAsync(cancellationToken);
        return (page[0].Count, page[0].Ids);
    }

    private sealed record CountedPage(int Count, Guid[]? Ids);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // By code point, as SQLite sorts, whatever locale the server was set up with: cursors and sort orders are the same on both.
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SearchTerms>(e =>
        {
            e.ToTable("search_terms");
            e.HasKey(s => s.AssetId);
            e.HasIndex(s => s.Terms).HasMethod("gin");
            e.HasOne<DisplayRow>().WithOne().HasForeignKey<SearchTerms>(s => s.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DisplayText>(e =>
        {
            e.ToTable("display_texts");
            e.Property(t => t.TextHash).HasComputedColumnSql("hashtextextended(text, 0)", stored: true);
            e.HasIndex(t => new { t.AccountId, t.Environment, t.Part, t.TextHash });
        });
        modelBuilder.Entity<DisplayTextChange>(e =>
        {
            e.ToTable("display_text_changes");
            // Rows that have gone are asked for by every search for a part; few are.
            e.HasIndex(t => new { t.AccountId, t.Environment, t.Part }).HasFilter("change < 0");
        });
    }
}
