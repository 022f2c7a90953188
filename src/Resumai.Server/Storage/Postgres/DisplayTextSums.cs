using Microsoft.EntityFrameworkCore;

namespace Resumai.Server.Storage.Postgres;

/// <summary>Sums up once a minute which titles and employers have come and gone.</summary>
internal sealed class DisplayTextSums(IDbContextFactory<PostgresDb> databases, TimeProvider time, ILogger<DisplayTextSums> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                await DisplayTexts.SumUpAsync(db, waits: false, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("Titles and employers could not be counted, which the next minute does: {Reason}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
