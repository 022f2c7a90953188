using Resumai.Server.Settings;
using StackExchange.Redis;

namespace Resumai.Server.RateLimits;

/// <param name="Redis">How Redis is reached; null: each server counts by itself.</param>
public sealed record CountersOptions(ConfigurationOptions? Redis)
{
    public const string Process = "process";
    public const string Shared = "redis";

    private const string ConnectionKey = "Counters:Connection";

    public static CountersOptions Read(SettingsReader settings)
    {
        var engine = settings.OneOf("Counters:Engine", Process, Process, Shared);
        var connection = settings.Text(ConnectionKey, "");
        return new CountersOptions(engine == Shared ? Parse(settings, connection) : null);
    }

    private static ConfigurationOptions? Parse(SettingsReader settings, string connection)
    {
        try
        {
            var options = ConfigurationOptions.Parse(connection);
            if (options.EndPoints.Count == 0) settings.Fault(ConnectionKey, "must name the server: HOST:6379,password=…");
            options.ClientName = "resumai";
            // Requests do not wait for a server that is away; the connection is made again behind them.
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast;
            options.ConnectTimeout = 2_000;
            options.AsyncTimeout = 500;
            return options;
        }
        catch (ArgumentException)
        {
            settings.Fault(ConnectionKey, "must be like HOST:6379,password=…");
            return null;
        }
    }
}
