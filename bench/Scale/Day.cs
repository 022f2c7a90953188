namespace Resumai.Bench.Scale;

/// <summary>A day of uploads: most in office hours, one hour the busiest.</summary>
/// <param name="Documents">In the day.</param>
/// <param name="PeakHour">Part of them in the busiest hour.</param>
public sealed record Day(double Documents, double PeakHour)
{
    /// <summary>The busiest: from ten to eleven.</summary>
    private const int Peak = 10;
    /// <summary>What comes in the other hours, by weight.</summary>
    private static readonly double[] Weights = [1, 1, 1, 1, 1, 2, 4, 8, 14, 16, 0, 16, 14, 14, 15, 15, 13, 10, 6, 4, 3, 2, 2, 1];

    /// <summary>Hours that are simulated: from an hour before the busiest to two after.</summary>
    public const int From = Peak - 1, Hours = 4;

    public double PeakRate => Documents * PeakHour / 3600;

    /// <summary>Documents a second in an hour of the day.</summary>
    public double RateOf(int hour) => hour == Peak ? PeakRate : Documents * (1 - PeakHour) * Weights[hour] / Weights.Sum() / 3600;

    /// <summary>Runs the hours round the busiest; shortened by a factor where they would bring more documents than <paramref name="most"/>.</summary>
    /// <param name="shortened">By how much an hour is shorter: rates are as they are, but a backlog has less time to grow and to go.</param>
    public RunResult Run(Site site, JobCosts costs, int seed, int most, out double shortened)
    {
        var all = Enumerable.Range(From, Hours).Sum(RateOf) * 3600;
        var factor = shortened = Math.Max(1, all / most);
        var hour = 3600 / factor;
        return new SiteRun(site, costs, seed).Arrivals(time => RateOf(Math.Min(From + Hours - 1, From + (int)(time / hour))),
            Enumerable.Range(From, Hours).Max(RateOf), Hours * hour);
    }
}
