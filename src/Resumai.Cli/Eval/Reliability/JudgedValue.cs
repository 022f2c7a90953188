using Resumai.Cli.Eval.Scoring;
using System.Text.Json;

namespace Resumai.Cli.Eval.Reliability;

/// <summary>A value of a record that the truth can judge, with the confidence that the record gives it.</summary>
internal readonly record struct JudgedValue(string Field, double Confidence, bool IsRight)
{
    /// <summary>Those of a record that carries its evidence.</summary>
    public static IEnumerable<JudgedValue> Of(Tally tally, JsonElement record)
    {
        var evidence = record.Get("evidence");
        return from verdict in tally.Verdicts
               from pointer in Pointers(verdict.Pointer, evidence)
               let confidence = evidence.Get(pointer).Get("confidence")
               where confidence.ValueKind == JsonValueKind.Number
               select new JudgedValue(verdict.Field, confidence.GetDouble(), verdict.IsRight);
    }

    /// <summary>A list judged as a whole ("/experience/0/highlights") is judged in each of its items.</summary>
    private static IEnumerable<string> Pointers(string pointer, JsonElement evidence)
    {
        if (!pointer.EndsWith("/highlights", StringComparison.Ordinal)) return [pointer];
        return evidence.ValueKind == JsonValueKind.Object ? evidence.EnumerateObject().Select(e => e.Name).Where(n => n.StartsWith(pointer + "/", StringComparison.Ordinal)) : [];
    }
}
