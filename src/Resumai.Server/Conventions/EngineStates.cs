namespace Resumai.Server.Conventions;

/// <summary>Which of the engines in use answer now.</summary>
public sealed class EngineStates(IEnumerable<IEngineCheck> checks, ILogger<IEngineCheck> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public sealed record State(IEngineCheck Check, bool Answers);

    /// <summary>Asks all at once; one that is silent for three seconds is down.</summary>
    public async Task<IReadOnlyList<State>> LookAsync(CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(checks.Select(c => LookAsync(c, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();
        return states;
    }

    private async Task<State> LookAsync(IEngineCheck check, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await check.CheckAsync(patience.Token).WaitAsync(patience.Token);
            return new State(check, true);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError("The {Need} ({Engine}) does not answer: {Reason}", check.Need, check.Engine, e.Message);
            return new State(check, false);
        }
    }
}
