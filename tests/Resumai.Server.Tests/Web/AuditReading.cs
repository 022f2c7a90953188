using Microsoft.EntityFrameworkCore;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

internal static class AuditReading
{
    /// <summary>What is written down about an account, oldest first: action, who, from where, on what, details.</summary>
    public static Task<List<(string Action, string By, string? Address, string? Subject, string? Detail)>> AuditOfAsync(this ResumaiApp app, Guid account) => app.ReadAsync(async db =>
        (await db.AuditEntries.AsNoTracking().Where(e => e.AccountId == account).OrderBy(e => e.Id).ToListAsync()).ConvertAll(e => (e.Action, e.By, e.Address, e.Subject, e.Detail)));
}
