using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Resumai.Server.Search;

namespace Resumai.Server.Storage.Sqlite;

/// <summary>
/// The database in one file. A write transaction waits for its turn among this process's writers, then takes the write lock at once
/// (BEGIN IMMEDIATE).
/// </summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ServerDb(options)
{
    private const int ConstraintUnique = 2067;
    private const int ConstraintPrimaryKey = 1555;

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken = default)
    {
        RefuseNesting();
        var gate = this.GetService<WriteGate>();
        await gate.EnterAsync(cancellationToken);
        try
        {
            return new WriteTransaction(this, await Database.BeginTransactionAsync(cancellationToken), gate.Leave);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

    public override async Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancellationToken = default)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)Database.GetDbConnection();
        return (await Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellationToken))!;
    }

    /// <summary>One writer is alone: nothing is taken.</summary>
    internal override IQueryable<Job> Taking(FormattableString select) => Jobs.FromSql(select);

    internal override Uniqueness? RefusalOf(DbUpdateException e) => (e.InnerException as SqliteException)?.SqliteExtendedErrorCode switch
    {
        ConstraintUnique => Uniqueness.Index,
        ConstraintPrimaryKey => Uniqueness.PrimaryKey,
        _ => null,
    };

    internal override Task IndexAsync(DisplayRow row, IEnumerable<string> tokens, CancellationToken cancellationToken = default) =>
        FullText.AddAsync(this, row, tokens, cancellationToken);

    internal override IQueryable<Guid> Matching(Guid accountId, string environment, IReadOnlyList<SearchTerm> terms) =>
        FullText.Matching(this, accountId, environment, terms);

    internal override IQueryable<Guid>? WithPart(DisplayPart part, string text, Guid accountId, string environment) => FullText.WithPart(this, part, text, accountId, environment);

    internal override IQueryable<DisplayRow> WalkDisplay(string? key, (Guid AccountId, string Environment, IReadOnlyList<SearchTerm> Terms)? search)
    {
        // SQLite has no statistics here: it would rather sort all that the index of a filter finds, or look through all rows for ten ids.
        // Rows lie in the file about as they were uploaded, so that for a column without an index all are read fastest in that order.
        var index = key is null ? "sqlite_autoindex_display_rows_1" : DisplayIndexOf(key) ?? DisplayIndexOf(nameof(DisplayRow.UploadedAt));
        // Names of the model and no value of anybody's.
        var select = $"SELECT r.* FROM display_rows AS r INDEXED BY {index}";
        if (search is not { } wanted) return DisplayRows.FromSqlRaw(select);
        var selectMatching = $"{select} WHERE {FullText.HasRow}";
        return DisplayRows.FromSqlRaw(selectMatching, FullText.Expression(wanted.AccountId, wanted.Environment, wanted.Terms));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SearchDocument>(e =>
        {
            e.ToTable("search_documents");
            e.HasIndex(d => d.AssetId).IsUnique();
            e.HasOne<DisplayRow>().WithOne().HasForeignKey<SearchDocument>(d => d.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
