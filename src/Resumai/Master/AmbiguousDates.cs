using System.Text.RegularExpressions;
using Resumai.Fields;

namespace Resumai.Master;

/// <summary>Finds dates such as 03/04/2019 in English documents, which are read day first for want of a locale.</summary>
internal static partial class AmbiguousDates
{
    public static IEnumerable<Warning> Warnings(RecordDraft draft, string? locale)
    {
        if (draft.Language is not (null or "en") || locale is { Length: > 2 }) return [];
        var dates = draft.Experience.Select(e => e.Dates).Concat(draft.Education.Select(e => e.Dates)).OfType<Found<Normalize.Dates.DateRange>>();
        foreach (var span in dates.SelectMany(d => d.Spans))
        {
            if (!Numbers().Matches(span.Text).Any(m => IsAmbiguous(m.Groups["first"].ValueSpan, m.Groups["second"].ValueSpan))) continue;
            return [new Warning("ambiguous_dates", $"Dates such as \"{span.Text}\" were read day first. Upload with a locale (en_US, en_GB) to say which comes first.", span.Line.Page)];
        }
        return [];
    }

    private static bool IsAmbiguous(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        int.Parse(first) <= 12 && int.Parse(second) <= 12 && !first.SequenceEqual(second);

    [GeneratedRegex(@"\b(?<first>[0-9]{1,2})/(?<second>[0-9]{1,2})/[0-9]{2,4}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
