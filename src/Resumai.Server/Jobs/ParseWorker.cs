using Microsoft.EntityFrameworkCore;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.Files;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Telemetry;

namespace Resumai.Server.Jobs;

/// <summary>
/// Takes one job after another, as many at a time as there are parse hosts: lease → parse host → result. Whatever it does may be cut off at any instant; the lease then ends
/// and the job is done again. Told to stop, it takes no more, goes on with what it holds for most of the time that the server has to stop, and gives back
/// what is not done by then.
/// </summary>
public sealed class ParseWorker(
    IJobQueue queue, ParseHostPool hosts, SecondOpinions opinions, ParseResults results, IFileStore files, IDbContextFactory<ServerDb> databases,
    QueueOptions options, IHostApplicationLifetime life, TimeProvider clock, ServerMeter meter, ILogger<ParseWorker> logger)
    : BackgroundService
{
    /// <summary>Ends of the parse host over one document that fail it.</summary>
    public const int MostHostEnds = 2;
    /// <summary>Servers that may end over one document; one more fails it.</summary>
    public const int MostTakeovers = 20;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidSettingsException">A sandbox is required and this machine gives none.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await hosts.PrepareAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The order to stop comes here last, after all requests have had their answers.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, life.ApplicationStopping);
        using var ending = new CancellationTokenSource();
        await using var grace = stopping.Token.Register(() => ending.CancelAfter(options.Finish));
        await Task.WhenAll(Enumerable.Range(0, hosts.Count).Select(_ => Task.Run(() => WorkAsync(stopping.Token, ending.Token), CancellationToken.None)));
    }

    /// <param name="stopping">No more jobs are taken.</param>
    /// <param name="ending">Those in work are given back.</param>
    private async Task WorkAsync(CancellationToken stopping, CancellationToken ending)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await queue.LeaseAsync(stopping) is { } lease) await WorkAsync(lease, ending);
                else await queue.WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // A full disk or a host that cannot be started must not end the worker: the job stays in line.
            catch (Exception e)
            {
                logger.LogError(e, "A job could not be worked on");
                await Task.Delay(AfterFault, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WorkAsync(JobLease lease, CancellationToken ending)
    {
        using var trace = ServerTraces.Begin(lease);
        if (lease.Number == 1) meter.JobLeased(clock.UtcNow() - lease.EnqueuedAt);
        var stages = new StageTimes(clock);
        if (lease.Takeovers > MostTakeovers)
        {
            await results.FailAsync(lease, ParseError.Internal, stages, ending);
            await queue.EndedAsync(lease);
            return;
        }
        using var held = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var keeping = KeepAsync(lease, stages, held);
        try
        {
            var answer = await AskAsync(lease, stages, held.Token);
            await held.CancelAsync();
            await keeping;
            await EndAsync(lease, answer, stages, ending);
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            logger.LogInformation("Asset {AssetId} was deleted or taken over while it was parsed", lease.AssetId);
        }
        catch (Exception e) when (e is OperationCanceledException or ParseHostUnavailableException or FileStoreUnavailableException)
        {
            // Nobody ended over this document: it goes back in line as it was.
            await queue.ReturnAsync(lease, hostEnded: false, CancellationToken.None);
            throw;
        }
        finally
        {
            await held.CancelAsync();
            await keeping;
            await queue.EndedAsync(lease);
        }
    }

    private async Task<HostAnswer> AskAsync(JobLease lease, StageTimes stages, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var asset = await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == lease.AssetId, cancellation);
        await using var file = asset is null ? null : await files.OpenReadAsync(lease.AssetId, cancellation);
        if (asset is null || file is null)
        {
            logger.LogError("The file of asset {AssetId} is missing", lease.AssetId);
            return new HostAnswer.Refused(ParseError.Internal);
        }
        var document = new byte[file.Length];
        await file.ReadExactlyAsync(document, cancellation);
        var request = new HostRequest(DateOnly.FromDateTime(asset.UploadedAt), asset.Locale, asset.Filename, new ReadLimits(), opinions.AreSought);
        return await opinions.ReviewAsync(await hosts.ParseAsync(request, document, stages.Report, cancellation), cancellation);
    }

    private async Task EndAsync(JobLease lease, HostAnswer answer, StageTimes stages, CancellationToken ending)
    {
        if (answer is HostAnswer.Parsed) stages.StoreBegins();
        var taken = answer switch
        {
            HostAnswer.Parsed parsed => await results.CompleteAsync(lease, parsed.Record, parsed.Json, stages, ending),
            HostAnswer.Refused refused => await results.FailAsync(lease, refused.Error, stages, ending),
            HostAnswer.Ended ended when lease.HostEnds + 1 >= MostHostEnds => await results.FailAsync(lease, ended.Error, stages, ending),
            _ => await TryAgainAsync(lease, ending),
        };
        if (!taken) logger.LogInformation("A late result for asset {AssetId} was refused", lease.AssetId);
    }

    private async Task<bool> TryAgainAsync(JobLease lease, CancellationToken ending)
    {
        await queue.ReturnAsync(lease, hostEnded: true, ending);
        return true;
    }

    /// <summary>Renews the lease and shows progress while the parse runs; cancels it when the lease is lost.</summary>
    private async Task KeepAsync(JobLease lease, StageTimes stages, CancellationTokenSource held)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var (renewed, shown) = (clock.GetTimestamp(), 0);
        while (await NextTickAsync(timer, held.Token))
        {
            try
            {
                if (stages.Version != shown)
                {
                    shown = stages.Version;
                    await results.ProgressAsync(lease, stages, held.Token);
                }
                if (clock.GetElapsedTime(renewed) < options.Lease / 3) continue;
                renewed = clock.GetTimestamp();
                if (!await queue.RenewAsync(lease, held.Token)) await held.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            // The next tick tries again; a lease that is never renewed is taken over.
            catch (Exception e)
            {
                logger.LogWarning(e, "The lease of asset {AssetId} could not be renewed", lease.AssetId);
            }
        }
    }

    private static async Task<bool> NextTickAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
