using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

/// <summary>Servers of the version before go on reading and writing while a migration runs and after it (docs/operations.md): nothing they use may go, and nothing be asked of them that they do not know.</summary>
public abstract class MigrationTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : MigrationTests(Engine.Sqlite);

    public sealed class OnPostgres() : MigrationTests(Engine.Postgres);

    [Fact]
    public async Task A_migration_takes_nothing_away_and_what_it_adds_to_a_table_can_be_left_out()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServerDb>();
        var migrations = db.GetService<IMigrationsAssembly>();
        var later = migrations.Migrations.Skip(1).Select(m => (m.Key, Operations: migrations.CreateMigration(m.Value, db.Database.ProviderName!).UpOperations)).ToList();

        later.ShouldNotBeEmpty();
        later.SelectMany(m => Breaking(m.Operations).Select(o => $"{m.Key}: {o.GetType().Name}")).ShouldBeEmpty();
    }

    private static IEnumerable<MigrationOperation> Breaking(IReadOnlyList<MigrationOperation> operations)
    {
        // No earlier server knows of the migration's own tables.
        var own = operations.OfType<CreateTableOperation>().Select(t => t.Name).ToHashSet();
        return operations.Where(o => o is not ITableMigrationOperation of || !own.Contains(of.Table)).Where(Breaks);
    }

    private static bool Breaks(MigrationOperation operation) => operation switch
    {
        AddColumnOperation added => !added.IsNullable && added is { DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null },
        AlterColumnOperation altered => !altered.IsNullable && altered.OldColumn.IsNullable,
        DropColumnOperation or DropTableOperation or RenameColumnOperation or RenameTableOperation => true,
        AddForeignKeyOperation or AddUniqueConstraintOperation or AddCheckConstraintOperation => true,
        CreateIndexOperation { IsUnique: true } => true,
        _ => false,
    };
}
