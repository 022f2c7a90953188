using System.Text.RegularExpressions;
using Resumai.Fields;
using Resumai.Master.Certainty;

namespace Resumai.Master;

/// <summary>Finds dates such as 03/04/2019 in English documents, which are read day first for want of a locale.</summary>
internal static partial class AmbiguousDates
{
    /// <param name="notes">Every value of the record, dates among them.</param>
    public static IEnumerable<Warning> Warnings(RecordDraft draft, IEnumerable<ValueNote> notes, string? locale)
    {
        if (draft.Language is not (null or "en") || locale is { Length: > 2 }) return [];
        var dates = notes.Where(n => n.Field.EndsWith("date", StringComparison.Ordinal) || n.Field is "/contact/date_of_birth" or "/certifications/expires");
        foreach (var span in dates.SelectMany(d => d.Spans).OrderBy(s => s.Line.Index))
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
