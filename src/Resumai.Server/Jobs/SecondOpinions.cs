using System.Text.Json;
using Resumai.Master;
using Resumai.SecondOpinion;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Settings;

namespace Resumai.Server.Jobs;

/// <summary>Asks a language model about doubtful entries, where one is configured; by default none is and nothing is sent.</summary>
public sealed class SecondOpinions(SecondOpinionOptions? options, TimeProvider clock, ILogger<SecondOpinions> logger) : IDisposable
{
    private readonly OpinionSeeker? _seeker = options is null ? null : OpinionSeekers.Open(options, clock);

    public bool AreSought => _seeker is not null;

    public static SecondOpinionOptions? Read(SettingsReader settings)
    {
        var (text, model, key) = (settings.Text("SecondOpinion:Address", ""), settings.Text("SecondOpinion:Model", ""), settings.Text("SecondOpinion:Key", ""));
        var limit = settings.Seconds("SecondOpinion:TimeLimitSeconds", SecondOpinionOptions.DefaultSeconds, 1, SecondOpinionOptions.MostSeconds);
        if (text.Length == 0) return null;
        var address = SecondOpinionOptions.ReadAddress(text);
        if (address is null) settings.Fault("SecondOpinion:Address", "must be an http or https address");
        if (model.Length == 0) settings.Fault("SecondOpinion:Model", "must name the model to ask");
        return address is null || model.Length == 0 ? null : new SecondOpinionOptions(address, model, key.Length == 0 ? null : key, limit);
    }

    /// <summary>The answer with what a model says of its doubts; as it was when there are none, or the model fails.</summary>
    public async Task<HostAnswer> ReviewAsync(HostAnswer answer, CancellationToken cancellation)
    {
        if (_seeker is null || answer is not HostAnswer.Parsed { Doubts.Count: > 0 } parsed) return answer;
        var (record, outcome) = await _seeker.ReviewAsync(parsed.Record, parsed.Doubts, cancellation);
        logger.LogInformation("Second opinion on {Count} entries: {Outcome}", parsed.Doubts.Count, outcome);
        return outcome == OpinionOutcome.Heard ? parsed with { Record = record, Json = JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord) } : parsed;
    }

    public void Dispose() => _seeker?.Dispose();
}
