using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Resumai.Server.Settings;

namespace Resumai.Server.Storage.Sqlite;

/// <summary>
/// Only for <c>dotnet ef migrations add NAME --context SqliteDb --project src/Resumai.Server --output-dir Storage/Sqlite/Migrations</c>:
/// no database is opened. Every change of the model wants one migration an engine.
/// </summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        SqliteEngine.Use(options, new DataFolder("design"));
        return new SqliteDb(options.Options);
    }
}
