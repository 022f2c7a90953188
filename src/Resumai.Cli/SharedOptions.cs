using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Resumai.Cli;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<int> Jobs { get; } = new("--jobs")
    {
        Description = "How many documents are parsed at a time (default: as many as there are processors).",
        HelpName = "N",
        CustomParser = ParseJobs,
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "The day open date ranges count to, YYYY-MM-DD (default: today, UTC).",
        HelpName = "DATE",
        CustomParser = ParseDay,
    };

    public static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static int ParseJobs(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 1024) return jobs;
        result.AddError($"--jobs takes a number from 1 to 1024, not '{result.Tokens[0].Value}'.");
        return 1;
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        result.AddError($"--as-of takes a day as YYYY-MM-DD, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
