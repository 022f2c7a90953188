namespace Resumai.Server.Jobs.Rabbit;

/// <summary>Keeps the queue filled from the table, about every second; a worker that finds it empty does so itself at once.</summary>
internal sealed class RabbitDispatch(RabbitJobQueue queue, ILogger<RabbitDispatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var failing = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await queue.DispatchAsync(stoppingToken) > 0)
                {
                    // Until it is full or all are in it.
                }
                failing = false;
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                if (!failing) logger.LogWarning("Jobs could not be put into the queue: {Reason}; every second tries again", e.Message);
                failing = true;
            }
        }
    }
}
