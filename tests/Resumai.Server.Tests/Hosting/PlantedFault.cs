using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Resumai.Server.Tests.Hosting;

/// <summary>Fails database commands on demand; a test registers it as an <see cref="IInterceptor"/>.</summary>
public sealed class PlantedFault : DbCommandInterceptor
{
    /// <summary>Commands with this text in their SQL, quotes left out, fail; null: none.</summary>
    public string? FailsOn { get; set; }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Fail(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Fail(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Fail(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Fail(command);
        return ValueTask.FromResult(result);
    }

    private void Fail(DbCommand command)
    {
        if (FailsOn is { } text && command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal)) throw new PlantedException(command.CommandText);
    }
}

public sealed class PlantedException(string sql) : Exception($"secret-detail: {sql}");
