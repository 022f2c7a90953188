using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Hosting;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>
/// Says in the database every five seconds how this server's parse hosts are. A server that stops takes its row along; of one that was killed the row
/// stays for ten minutes, so that the operator sees who fell silent.
/// </summary>
internal sealed class HostReporting(IDbContextFactory<ServerDb> databases, ParseHostPool hosts, TimeProvider clock, ILogger<HostReporting> logger) : BackgroundService
{
    /// <summary>Who said nothing for longer has ended, or cannot reach the database.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Guid _id = Guid.CreateVersion7();
    private bool _isStopped;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await ReportAsync(stoppingToken);
            }
            // What is seen must never end what is seen.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The parse hosts could not be reported: {Reason}", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // A host may be stopped twice, the second time when its services are gone.
        if (_isStopped) return;
        _isStopped = true;
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            await db.WorkerReports.Where(r => r.Id == _id).ExecuteDeleteAsync(cancellationToken);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException)
        {
            logger.LogDebug(e, "The report on parse hosts stays until it is old");
        }
    }

    internal async Task ReportAsync(CancellationToken cancellation)
    {
        var (now, level, reports) = (clock.UtcNow(), hosts.Sandbox?.Name(), JsonSerializer.Serialize(hosts.Reports, JsonForm.Options));
        var oldest = now - Kept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var write = await db.BeginWriteAsync(cancellation);
        var written = await db.WorkerReports.Where(r => r.Id == _id)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.At, now).SetProperty(r => r.Sandbox, level).SetProperty(r => r.Hosts, reports), cancellation);
        if (written == 0)
        {
            db.WorkerReports.Add(new WorkerReport { Id = _id, Server = ServerName.Own, At = now, Sandbox = level, Hosts = reports });
            await db.SaveChangesAsync(cancellation);
        }
        await db.WorkerReports.Where(r => r.At < oldest).ExecuteDeleteAsync(cancellation);
        await write.CommitAsync();
    }
}
