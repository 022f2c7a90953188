using System.Collections.Concurrent;
using System.Threading.Channels;
using Npgsql;

namespace Resumai.Server.Storage.Postgres;

/// <summary>
/// Hints by LISTEN and NOTIFY. They are sent behind the commit, many at once, and not inside it: PostgreSQL commits transactions that notify
/// one after another.
/// </summary>
internal sealed class PostgresNotices(DatabaseOptions options, ILogger<PostgresNotices> logger) : BackgroundService, INotices
{
    private const int MostAtOnce = 500;
    private const int KeepAliveSeconds = 10;
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Action<string>> _listeners = new();
    // More than that are not worth keeping: whoever waits looks by itself before they would come.
    private readonly Channel<(string Channel, string Text)> _outgoing =
        Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Send(string channel, string text) => _outgoing.Writer.TryWrite((channel, text));

    public void Listen(string channel, Action<string> heard) => _listeners.AddOrUpdate(channel, heard, (_, others) => others + heard);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(AgainAsync(ListenAsync, stoppingToken), AgainAsync(SendAsync, stoppingToken));

    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            // Without hints everything goes on, at the pace of looking.
            catch (Exception e)
            {
                logger.LogWarning("Hints between servers do not pass: {Reason}", e.Message);
                await Task.Delay(AfterFault, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.Connection) { Pooling = false, KeepAlive = KeepAliveSeconds };
        await using var connection = new NpgsqlConnection(parts.ConnectionString);
        connection.Notification += (_, notice) => Hear(notice.Channel, notice.Payload);
        await connection.OpenAsync(stopping);
        await using (var listen = new NpgsqlCommand($"LISTEN {INotices.Jobs}; LISTEN {INotices.Assets}", connection)) await listen.ExecuteNonQueryAsync(stopping);
        foreach (var listeners in _listeners.Values) listeners("");
        while (true) await connection.WaitAsync(stopping);
    }

    private void Hear(string channel, string text)
    {
        if (_listeners.TryGetValue(channel, out var listeners)) listeners(text);
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        var hints = new HashSet<(string Channel, string Text)>();
        while (await _outgoing.Reader.WaitToReadAsync(stopping))
        {
            hints.Clear();
            while (hints.Count < MostAtOnce && _outgoing.Reader.TryRead(out var hint)) hints.Add(hint);
            await using var connection = new NpgsqlConnection(options.Connection);
            await connection.OpenAsync(stopping);
            await using var notify = new NpgsqlCommand("SELECT pg_notify(channel, text) FROM unnest(@channels, @texts) AS hint (channel, text)", connection);
            notify.Parameters.AddWithValue("channels", hints.Select(h => h.Channel).ToArray());
            notify.Parameters.AddWithValue("texts", hints.Select(h => h.Text).ToArray());
            await notify.ExecuteNonQueryAsync(stopping);
        }
    }
}
