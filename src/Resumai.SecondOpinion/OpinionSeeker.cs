using Microsoft.Extensions.AI;
using Resumai.Master;
using Resumai.Master.Doubts;

namespace Resumai.SecondOpinion;

/// <summary>Whether a model had a say in a record.</summary>
public enum OpinionOutcome
{
    /// <summary>There was nothing to ask.</summary>
    NotAsked,
    /// <summary>Its answer was put in, as far as it pointed at lines.</summary>
    Heard,
    /// <summary>No connection, an error of the service, or no answer in time.</summary>
    Failed,
    /// <summary>It did not answer in the form asked for.</summary>
    Unreadable,
    /// <summary>It has failed several times of late and is left alone for a while.</summary>
    Resting,
}

/// <summary>
/// Asks a model about doubtful entries, once a document. The record never depends on it: whatever goes wrong, the parser's record is given
/// back as it was. Thread-safe.
/// </summary>
/// <param name="timeLimit">The longest a document waits.</param>
public sealed class OpinionSeeker(IChatClient client, TimeSpan timeLimit, TimeProvider clock) : IDisposable
{
    private const int FailuresBeforeRest = 3, MostTokens = 1500;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _restUntil;

    public async Task<(MasterRecord Record, OpinionOutcome Outcome)> ReviewAsync(MasterRecord record, IReadOnlyList<DoubtfulBlock> doubts, CancellationToken cancellation)
    {
        if (doubts.Count == 0) return (record, OpinionOutcome.NotAsked);
        lock (_lock)
        {
            if (clock.GetUtcNow() < _restUntil) return (record, OpinionOutcome.Resting);
        }
        using var limit = new CancellationTokenSource(timeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        string text;
        try
        {
            var asked = client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, Question.Rules), new ChatMessage(ChatRole.User, Question.Of(doubts))],
                new ChatOptions { Temperature = 0, MaxOutputTokens = MostTokens, ResponseFormat = ChatResponseFormat.Json }, either.Token);
            // A client that does not heed the token must not hold the document either.
            text = (await asked.WaitAsync(either.Token)).Text;
        }
        // A service may fail in as many ways as there are services; none is worth a record.
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            Note(failed: true);
            return (record, OpinionOutcome.Failed);
        }
        Note(failed: false);
        return Answer.Read(text) is { } answers ? (AnswerWriter.Apply(record, doubts, answers), OpinionOutcome.Heard) : (record, OpinionOutcome.Unreadable);
    }

    private void Note(bool failed)
    {
        lock (_lock)
        {
            _failures = failed ? _failures + 1 : 0;
            if (_failures < FailuresBeforeRest) return;
            (_failures, _restUntil) = (0, clock.GetUtcNow() + Rest);
        }
    }

    public void Dispose() => client.Dispose();
}
