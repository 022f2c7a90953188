using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Resumai.Server.Storage.Postgres;

/// <summary>
/// Only for <c>dotnet ef migrations add NAME --context PostgresDb --project src/Resumai.Server --output-dir Storage/Postgres/Migrations</c>:
/// no database is opened. Every change of the model wants one migration an engine.
/// </summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        PostgresEngine.Use(options, new DatabaseOptions(DatabaseOptions.Postgres, "Host=design"));
        return new PostgresDb(options.Options);
    }
}
