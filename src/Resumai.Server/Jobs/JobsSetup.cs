using Resumai.Server.Settings;

namespace Resumai.Server.Jobs;

public static class JobsSetup
{
    /// <summary>The queue and the worker that empties it.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, SettingsReader settings) => services
        .AddSecondOpinions(SecondOpinions.Read(settings))
        .AddSingleton(QueueOptions.Read(settings))
        .AddSingleton(ParseHostOptions.Read(settings))
        .AddSingleton<IJobQueue, DatabaseJobQueue>()
        .AddSingleton<QueueBounds>().AddSingleton<DrainRate>().AddSingleton<AssetSignals>()
        .AddSingleton<ParseResults>().AddSingleton<ParseHost>()
        .AddHostedService<ParseWorker>();

    private static IServiceCollection AddSecondOpinions(this IServiceCollection services, SecondOpinion.SecondOpinionOptions? options) =>
        services.AddSingleton(provider => new SecondOpinions(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SecondOpinions>>()));
}
