using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Resumai.Bench.ParseCost;

/// <summary>What it takes to load all knowledge and all models in a new process: everything that the parser keeps for its next document.</summary>
/// <param name="Elapsed">Milliseconds.</param>
/// <param name="Processor">Milliseconds of processor time, which a busy machine does not lengthen.</param>
internal sealed record LoadCost(double Elapsed, double Processor)
{
    /// <summary>The argument that has this program load and say what it took.</summary>
    public const string Argument = "--load";

    public static LoadCost Here()
    {
        // To look through all types of the parser is no part of loading.
        var kept = Kept().ToArray();
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        foreach (var field in kept)
        {
            var lazy = field.GetValue(null)!;
            lazy.GetType().GetProperty(nameof(Lazy<object>.Value))!.GetValue(lazy);
        }
        return new LoadCost(clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    public static LoadCost InNewProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Argument]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var numbers = process.StandardOutput.ReadToEnd().Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new LoadCost(numbers[0], numbers[1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed} {Processor}");

    /// <summary>Whatever the parser makes once, when it is first asked for.</summary>
    private static IEnumerable<FieldInfo> Kept() =>
        from type in typeof(CvParser).Assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Lazy<>)
        select field;
}
