using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Mails;

/// <summary>Erases mails that are sent, or that nobody sends any more, when their time is over: at start and then every hour.</summary>
internal sealed class MailErasure(IDbContextFactory<ServerDb> databases, MailOptions options, TimeProvider time, ILogger<MailErasure> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await EraseAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("Old mails could not be erased ({Reason}); the next look tries again.", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task EraseAsync(CancellationToken cancellation)
    {
        var oldest = time.UtcNow() - options.Kept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        await db.Mails.Where(m => m.CreatedAt < oldest && m.NextAttemptAt == null).ExecuteDeleteAsync(cancellation);
        await write.CommitAsync();
    }
}
