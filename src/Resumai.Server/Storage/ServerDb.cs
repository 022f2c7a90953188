using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Resumai.Server.Lists;
using Resumai.Server.Search;

namespace Resumai.Server.Storage;

/// <summary>
/// The database: SQLite by default, PostgreSQL at scale. One model and one set of queries for both; the abstract members are all that an
/// engine does in its own way. Names are snake_case; times are UTC; text sorts by code point.
/// </summary>
public abstract class ServerDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();
    public DbSet<DayCount> DayCounts => Set<DayCount>();
    public DbSet<EndpointCount> EndpointCounts => Set<EndpointCount>();
    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<AssetTag> AssetTags => Set<AssetTag>();
    public DbSet<ParseTask> Tasks => Set<ParseTask>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<WorkerReport> WorkerReports => Set<WorkerReport>();
    public DbSet<MasterRow> Masters => Set<MasterRow>();
    public DbSet<RecordRevision> RecordRevisions => Set<RecordRevision>();
    public DbSet<DeletedAsset> DeletedAssets => Set<DeletedAsset>();
    public DbSet<DisplayRow> DisplayRows => Set<DisplayRow>();
    public DbSet<DisplaySkill> DisplaySkills => Set<DisplaySkill>();
    public DbSet<DisplayLanguage> DisplayLanguages => Set<DisplayLanguage>();
    public DbSet<ServerSecret> Secrets => Set<ServerSecret>();
    public DbSet<User> Users => Set<User>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Mail> Mails => Set<Mail>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<SupportConsent> SupportConsents => Set<SupportConsent>();
    public DbSet<AccountConsent> AccountConsents => Set<AccountConsent>();
    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();
    public DbSet<BillingDetails> BillingDetails => Set<BillingDetails>();
    public DbSet<CreditOrder> CreditOrders => Set<CreditOrder>();
    public DbSet<InvoiceSeries> InvoiceSeries => Set<InvoiceSeries>();
    public DbSet<Invoice> Invoices => Set<Invoice>();

    /// <summary>
    /// Starts a transaction that may write. SQLite has one writer at a time, PostgreSQL many that lock rows: what must not be stale when it
    /// is written is judged by one guarded statement or a unique index, never by reading first. Jobs are locked before their assets.
    /// Keep it short: no network, no parsing, no file copies inside.
    /// </summary>
    /// <exception cref="InvalidOperationException">This context has a transaction already.</exception>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken = default);

    /// <summary>Starts a transaction that only reads: all its queries see one snapshot, and writers go on meanwhile. Dispose it to end it.</summary>
    public abstract Task<IDbContextTransaction> BeginReadAsync(CancellationToken cancellationToken = default);

    /// <summary>The jobs that a SELECT finds, taken for this transaction; those that another has taken are passed over.</summary>
    internal abstract IQueryable<Job> Taking(FormattableString select);

    /// <summary>Which uniqueness refused the rows; null when it was something else. The transaction goes on without what was to be saved.</summary>
    internal abstract Uniqueness? RefusalOf(DbUpdateException e);

    /// <summary>Puts an asset's tokens into the full-text index inside the caller's transaction; its display row must be there. They go with it.</summary>
    internal abstract Task IndexAsync(DisplayRow row, IEnumerable<string> tokens, CancellationToken cancellationToken = default);

    /// <summary>The assets of the account and environment in which all terms are. Composes into a query.</summary>
    internal abstract IQueryable<Guid> Matching(Guid accountId, string environment, IReadOnlyList<SearchTerm> terms);

    /// <summary>
    /// The assets in whose title or employer a text is, found by an index over all accounts, when the engine has one that its plans would not use
    /// by themselves and the text is long enough for it; else null.
    /// </summary>
    internal virtual IQueryable<Guid>? WithPart(DisplayPart part, string text, Guid accountId, string environment) => null;

    /// <summary>Whether more rows than that have a text in their title or employer, where the engine sees it without a look at them; false: it is not known.</summary>
    internal virtual Task<bool> AreMoreThanAsync(DisplayPart part, string text, Guid accountId, string environment, int most, CancellationToken cancellationToken = default) => Task.FromResult(false);

    /// <summary>Lets go of what is still known of rows that were deleted before. What fails is done within a minute.</summary>
    internal virtual Task ForgetDeletedAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>The display rows, to be looked through in the order of a column, or to be fetched by their ids, whatever else is asked of them.</summary>
    /// <param name="key">The property that the rows will be sorted by; null: they are fetched by their ids.</param>
    /// <param name="search">The terms that each row must have; null: any row.</param>
    internal abstract IQueryable<DisplayRow> WalkDisplay(string? key, (Guid AccountId, string Environment, IReadOnlyList<SearchTerm> Terms)? search);

    /// <summary>How many ids a query finds, and which they are unless they are more than <paramref name="most"/>: found once for both.</summary>
    internal virtual async Task<(int Count, IReadOnlyList<Guid>? Ids)> ReadIdsAsync(IQueryable<Guid> ids, int most, CancellationToken cancellationToken = default)
    {
        var found = await ids.ToListAsync(cancellationToken);
        return (found.Count, found.Count > most ? null : found);
    }

    /// <summary>How many rows a query finds, and the ids of a page of them, in order, unless they are more than <paramref name="most"/>; looked for once for both. Null: the engine gains nothing by it.</summary>
    /// <param name="rows">Limited to what is counted.</param>
    internal virtual Task<(int Count, IReadOnlyList<Guid>? Ids)?> CountAndPageAsync(IQueryable<DisplayRow> rows, RowOrder<DisplayRow> order, Stretch stretch, int most,
        CancellationToken cancellationToken = default) => Task.FromResult<(int, IReadOnlyList<Guid>?)?>(null);

    /// <summary>Whether an index has the display rows in the order of a property, by account.</summary>
    internal bool HasIndexOf(string key) => DisplayIndexOf(key) is not null;

    private protected string? DisplayIndexOf(string key) =>
        DisplayRows.EntityType.GetIndexes().SingleOrDefault(i => i.Properties.Count == 4 && i.Properties[2].Name == key)?.GetDatabaseName();

    /// <exception cref="InvalidOperationException">This context has a transaction already.</exception>
    protected void RefuseNesting()
    {
        if (Database.CurrentTransaction is not null) throw new InvalidOperationException("This context has a transaction already.");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTimes>();

    /// <summary>Times are UTC in the database and in memory; anything else is our bug.</summary>
    private sealed class UtcTimes() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Utc ? time : Refuse(time),
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc))
    {
        private static DateTime Refuse(DateTime time) => throw new ArgumentException("A time must be UTC.", nameof(time));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(e =>
        {
            e.ToTable("accounts", t => t.HasCheckConstraint("ck_accounts_credits", "credits >= 0"));
            e.HasIndex(a => a.Email).IsUnique();
        });
        modelBuilder.Entity<ApiKey>(e =>
        {
            e.ToTable("api_keys");
            e.HasIndex(k => k.Hash).IsUnique();
            e.HasIndex(k => k.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId);
        });
        modelBuilder.Entity<LedgerEntry>(e =>
        {
            e.ToTable("ledger");
            e.HasIndex(l => new { l.AccountId, l.Id });
            e.HasIndex(l => new { l.AssetId, l.Kind }).IsUnique().HasFilter("kind in ('charge', 'refund')");
            e.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        });
        modelBuilder.Entity<DayCount>(e =>
        {
            e.ToTable("day_counts");
            e.HasKey(d => new { d.AccountId, d.Day });
        });
        modelBuilder.Entity<EndpointCount>(e =>
        {
            e.ToTable("endpoint_counts");
            e.HasKey(c => new { c.AccountId, c.Day, c.Endpoint });
        });
        modelBuilder.Entity<IdempotencyRow>(e =>
        {
            e.ToTable("idempotency");
            e.HasKey(i => new { i.AccountId, i.Environment, i.Method, i.Path, i.Key });
            e.HasIndex(i => i.CreatedAt);
        });
        modelBuilder.Entity<Asset>(e =>
        {
            e.ToTable("assets");
            e.HasIndex(a => a.ParentTaskId).IsUnique();
            e.HasIndex(a => new { a.AccountId, a.Environment, a.UploadedAt, a.Id });
            // A duplicate is judged by this index alone, never by looking first.
            e.HasIndex(a => new { a.AccountId, a.Environment, a.Sha256 }).IsUnique().HasFilter("status <> 'failed'");
            // The operator looks through what failed, over all accounts.
            e.HasIndex(a => new { a.UploadedAt, a.Id }).HasFilter("status = 'failed'");
        });
        modelBuilder.Entity<AssetTag>(e =>
        {
            e.ToTable("asset_tags");
            e.HasKey(t => new { t.AssetId, t.Tag });
            e.HasIndex(t => new { t.AccountId, t.Environment, t.Tag, t.AssetId });
            e.HasOne<Asset>().WithMany().HasForeignKey(t => t.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ParseTask>(e =>
        {
            e.ToTable("tasks");
            e.HasIndex(t => new { t.AssetId, t.Ordinal }).IsUnique();
            e.HasOne<Asset>().WithMany().HasForeignKey(t => t.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Job>(e =>
        {
            e.ToTable("jobs");
            e.HasKey(j => j.AssetId);
            e.HasIndex(j => new { j.Environment, j.LeasedUntil, j.EnqueuedAt });
            // Leases that have ended are looked for among the leased, however long the queue is.
            e.HasIndex(j => j.LeasedUntil).HasFilter("leased_until is not null");
            // Accounts are served in turn, each its oldest job first, and counted against their bound: all from this index alone.
            e.HasIndex(j => new { j.AccountId, j.Environment, j.EnqueuedAt, j.LeasedUntil });
            e.HasOne<Asset>().WithMany().HasForeignKey(j => j.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<WorkerReport>(e => e.ToTable("worker_reports"));
        modelBuilder.Entity<MasterRow>(e =>
        {
            e.ToTable("masters");
            e.HasKey(m => m.AssetId);
            e.HasOne<Asset>().WithMany().HasForeignKey(m => m.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<RecordRevision>(e =>
        {
            e.ToTable("record_revisions");
            e.HasKey(r => new { r.AssetId, r.Revision });
            e.HasOne<Asset>().WithMany().HasForeignKey(r => r.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DeletedAsset>(e =>
        {
            e.ToTable("deleted_assets");
            e.HasKey(d => d.AssetId);
            e.HasIndex(d => d.UndoUntil);
            e.HasOne<Asset>().WithMany().HasForeignKey(d => d.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DisplayRow>(e =>
        {
            e.ToTable("display_rows");
            e.HasKey(r => r.AssetId);
            e.HasIndex(r => new { r.AccountId, r.Environment, r.UploadedAt, r.AssetId });
            // The other sorts of an account's rows go through its rows.
            e.HasIndex(r => new { r.AccountId, r.Environment, r.FullNameKey, r.AssetId });
            e.HasIndex(r => new { r.AccountId, r.Environment, r.ExperienceTenths, r.AssetId });
            e.HasIndex(r => new { r.AccountId, r.Environment, r.Confidence, r.AssetId });
            // Filters that are counted by an index alone.
            e.HasIndex(r => new { r.AccountId, r.Environment, r.CountryCode, r.AssetId });
            e.HasIndex(r => new { r.AccountId, r.Environment, r.CityKey, r.AssetId });
            e.HasIndex(r => new { r.AccountId, r.Environment, r.DegreeRank, r.AssetId });
            e.HasOne<Asset>().WithMany().HasForeignKey(r => r.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DisplaySkill>(e =>
        {
            e.ToTable("display_skills");
            e.HasKey(s => new { s.AssetId, s.Skill });
            e.HasIndex(s => new { s.AccountId, s.Environment, s.Skill, s.AssetId });
            e.HasOne<DisplayRow>().WithMany().HasForeignKey(s => s.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DisplayLanguage>(e =>
        {
            e.ToTable("display_languages");
            e.HasKey(l => new { l.AssetId, l.Code });
            e.HasIndex(l => new { l.AccountId, l.Environment, l.Code, l.Rank, l.AssetId });
            e.HasOne<DisplayRow>().WithMany().HasForeignKey(l => l.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<ServerSecret>(e =>
        {
            e.ToTable("secrets");
            e.HasKey(s => s.Name);
        });
        modelBuilder.Entity<User>(e =>
        {
            e.ToTable("users");
            e.HasIndex(u => u.NormalizedUserName).IsUnique();
            e.HasIndex(u => u.AccountId);
            e.Property(u => u.ConcurrencyStamp).IsConcurrencyToken();
            e.Ignore(u => u.PhoneNumber).Ignore(u => u.PhoneNumberConfirmed);
            e.HasOne<Account>().WithMany().HasForeignKey(u => u.AccountId);
        });
        modelBuilder.Entity<SavedView>(e =>
        {
            e.ToTable("saved_views");
            e.HasIndex(v => new { v.AccountId, v.Name }).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        // The secret of the authenticator, and recovery codes.
        modelBuilder.Entity<IdentityUserToken<Guid>>(e =>
        {
            e.ToTable("user_tokens");
            e.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            e.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<IdentityUserPasskey<Guid>>(e =>
        {
            e.ToTable("user_passkeys");
            e.HasKey(p => p.CredentialId);
            e.HasIndex(p => p.UserId);
            e.OwnsOne(p => p.Data).ToJson();
            e.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Invitation>(e =>
        {
            e.ToTable("invitations");
            e.HasIndex(i => i.Hash).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<AccessRequest>(e =>
        {
            e.ToTable("access_requests");
            e.HasIndex(r => new { r.State, r.Id });
            // An address asks once at a time, judged by this index alone.
            e.HasIndex(r => r.Email).IsUnique().HasFilter("state = 'open'");
        });
        modelBuilder.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_log");
            e.HasIndex(a => a.At);
            e.HasIndex(a => new { a.AccountId, a.Id });
        });
        modelBuilder.Entity<SupportConsent>(e =>
        {
            e.ToTable("support_consents");
            e.HasKey(c => c.AssetId);
            e.HasOne<Asset>().WithMany().HasForeignKey(c => c.AssetId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<AccountConsent>(e =>
        {
            e.ToTable("account_consents");
            e.HasKey(c => c.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<BillingDetails>(e =>
        {
            e.ToTable("billing_details");
            e.HasKey(d => d.AccountId);
            e.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<CreditOrder>(e =>
        {
            e.ToTable("credit_orders");
            e.HasIndex(o => o.Reference).IsUnique();
            e.HasIndex(o => o.SessionId).IsUnique().HasFilter("session_id is not null");
            e.HasIndex(o => new { o.AccountId, o.Id });
            e.HasIndex(o => new { o.State, o.Id });
            e.HasOne<Account>().WithMany().HasForeignKey(o => o.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<InvoiceSeries>(e =>
        {
            e.ToTable("invoice_series");
            e.HasKey(s => s.Year);
            e.Property(s => s.Year).ValueGeneratedNever();
        });
        // By hand in the migrations: triggers that refuse to change or delete one.
        modelBuilder.Entity<Invoice>(e =>
        {
            e.ToTable("invoices");
            e.HasIndex(i => i.Number).IsUnique();
            e.HasIndex(i => i.OrderId).IsUnique();
            e.HasIndex(i => new { i.AccountId, i.Id });
        });
        modelBuilder.Entity<Mail>(e =>
        {
            e.ToTable("mails");
            e.HasIndex(m => m.NextAttemptAt).HasFilter("next_attempt_at is not null");
        });
    }
}
