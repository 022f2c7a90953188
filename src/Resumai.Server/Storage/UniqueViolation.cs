using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Resumai.Server.Storage;

internal static class UniqueViolation
{
    private const int SqliteConstraintUnique = 2067;

    /// <summary>A unique index (not a primary key) refused the row; the transaction goes on without what was to be saved.</summary>
    public static bool Is(DbUpdateException e) => e.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique };
}
