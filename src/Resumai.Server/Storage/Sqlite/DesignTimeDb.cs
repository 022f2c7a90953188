using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Resumai.Server.Settings;

namespace Resumai.Server.Storage.Sqlite;

/// <summary>Only for <c>dotnet ef migrations add NAME --project src/Resumai.Server --output-dir Storage/Sqlite/Migrations</c>: no database is opened.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<ServerDb>
{
    public ServerDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ServerDb>)new DbContextOptionsBuilder<ServerDb>().UseDatabase(new DataFolder("design")).Options);
}
