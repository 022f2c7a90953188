using Microsoft.Extensions.Logging.Console;
using Resumai.Server.Settings;

namespace Resumai.Server.Conventions;

/// <summary>Logs go to stderr: JSON lines, or text when a person looks at them (<c>Logs:Format</c>).</summary>
public static class ConsoleLogs
{
    private const string Timestamp = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static IServiceCollection AddConsoleLogs(this IServiceCollection services, SettingsReader settings)
    {
        var format = settings.OneOf("Logs:Format", Console.IsErrorRedirected ? "json" : "text", "json", "text");
        var level = Enum.Parse<LogLevel>(settings.OneOf("Logs:Level", nameof(LogLevel.Information),
            nameof(LogLevel.Debug), nameof(LogLevel.Information), nameof(LogLevel.Warning), nameof(LogLevel.Error)));
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return services.AddLogging(logs =>
        {
            logs.SetMinimumLevel(level);
            // The framework's own lines of a request carry its query string.
            logs.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
            // A start that failed is told in a sentence; a background service that ends the server is critical.
            logs.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
            // Failed statements are expected outcomes (a duplicate, a taken key); what is not reaches the failure boundary, which logs it.
            logs.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
            // That keys of sessions lie unencrypted in the database is decided and documented.
            logs.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
            if (format == "json") logs.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, Timestamp));
            else logs.AddSimpleConsole(text => (text.UseUtcTimestamp, text.TimestampFormat, text.SingleLine) = (true, Timestamp + " ", true));
        });
    }
}
