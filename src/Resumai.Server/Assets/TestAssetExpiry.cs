using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary>Deletes what test keys uploaded, 24 h later, as their owner could: at start and then every minute.</summary>
internal sealed class TestAssetExpiry(IDbContextFactory<ServerDb> databases, AssetDeletion deletion, TimeProvider clock, ILogger<TestAssetExpiry> logger) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await ExpireAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Expired test assets could not be deleted; the next sweep tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task ExpireAsync(CancellationToken cancellation)
    {
        var oldest = clock.UtcNow() - Kept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var expired = db.Assets.Where(a => a.Environment == KeyEnvironment.Test && a.UploadedAt <= oldest).OrderBy(a => a.UploadedAt).Take(Batch);
        while (await expired.AnyAsync(cancellation)) await deletion.DeleteAsync(db, expired, cancellation);
    }
}
