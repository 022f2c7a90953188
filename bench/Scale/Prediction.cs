namespace Resumai.Bench.Scale;

/// <summary>The measured runs beside what the model says of them from the run of one worker.</summary>
public sealed record Prediction(MeasuredRun Measured, double Seconds)
{
    public const double Allowed = 0.2;

    /// <summary>By how much the prediction is longer, as a part of the measured time.</summary>
    public double Off => Seconds / Measured.Seconds - 1;

    public static IReadOnlyList<Prediction> Of(Measurement measured, JobCosts costs, Assumptions assumed) =>
    [
        .. measured.Runs.OrderBy(r => r.Workers).Select(run => new Prediction(run,
            new SiteRun(Site.OneMachine(measured.Cores, run.Workers) with { Crowding = assumed.Crowding, Listener = 0 }, costs, assumed.Seed).Backlog(measured.Documents).Seconds)),
    ];
}
