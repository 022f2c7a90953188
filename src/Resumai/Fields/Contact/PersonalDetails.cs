using System.Text.RegularExpressions;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Languages;
using Resumai.Normalize.Places;

namespace Resumai.Fields.Contact;

/// <summary>Details that stand behind a label of their own: date of birth, nationality, driving licence.</summary>
internal static partial class PersonalDetails
{
    /// <summary>What <see cref="Separated"/> cuts at.</summary>
    private static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create("|·•;,");

    /// <summary>"Full clean driving licence of categories B, BE and C1".</summary>
    private const int LongestLicence = 60;

    public static Found<string>? DateOfBirth(IReadOnlyList<TextSpan> spans, string? language, string? locale)
    {
        foreach (var value in Labelled(spans, "birth"))
        {
            if (DateRecognizer.FindAll(value.Text, language, locale) is [var match, ..] && match.Range is { IsSingle: true, Start: { } date })
            {
                return new Found<string>(date.ToString(), date.Day is null ? 0.8 : 0.95, value.Slice(match.Start, match.Length));
            }
        }
        // Behind an icon there is no label: a full date among the contact details is the date of birth.
        foreach (var span in spans)
        {
            if (DateRecognizer.FindAll(span.Text, language, locale) is [{ Range: { IsSingle: true, Start: { Day: not null } date } } match] && match.Length >= span.Length - 1)
            {
                return new Found<string>(date.ToString(), 0.8, span.Slice(match.Start, match.Length));
            }
        }
        return null;
    }

    /// <param name="name">Where the person's name stands: "Finn" is one, and a people.</param>
    public static IReadOnlyList<Found<string>> Nationalities(IReadOnlyList<TextSpan> spans, IReadOnlyList<TextSpan> name, string? language)
    {
        var found = new List<Found<string>>();
        foreach (var value in Labelled(spans, "nationality"))
        {
            found.AddRange(Nationality.All(value.Text, language).Select(c => new Found<string>(c.Country, 0.9, value.Slice(c.Start, c.Length))));
            if (found.Count == 0) continue;
            // "German / Polish": the second stands in a part of its own.
            foreach (var next in spans.Where(s => s.Line == value.Line && s.Start >= value.End))
            {
                if (Nationality.DemonymOf(next.Text, language) is { } code && !found.Exists(f => f.Value == code)) found.Add(new Found<string>(code, 0.8, next));
                else break;
            }
            break;
        }
        return found.Count > 0 ? found : Lone(spans, name, language);
    }

    /// <summary>A word for a people that stands alone. A country's name may be the end of an address, and several are languages, as "English" is.</summary>
    private static IReadOnlyList<Found<string>> Lone(IReadOnlyList<TextSpan> spans, IReadOnlyList<TextSpan> name, string? language)
    {
        var found = (from span in spans
                     where !span.Text.Contains(' ') && span.Text.All(char.IsLetter) && !name.Any(n => n.Line == span.Line && n.Start < span.End && span.Start < n.End)
                     let code = Nationality.DemonymOf(span.Text, language) ?? (EndsAnother(spans, span) ? Nationality.PeopleOf(span.Text, language) : null)
                     where code is not null && LanguageNames.CodeOf(span.Text, language) != "en"
                     select new Found<string>(code, 0.7, span)).ToArray();
        return found.Select(f => f.Value).Distinct().Count() == 1 ? [found[0]] : [];
    }

    /// <summary>"Eesti" is the people too: alone it is their name where the address has said the country.</summary>
    private static bool EndsAnother(IReadOnlyList<TextSpan> spans, TextSpan word) =>
        spans.Any(s => s != word && s.Length > word.Length + 1 && s.Text.EndsWith(word.Text, StringComparison.Ordinal) && s.Text[s.Length - word.Length - 1] is ' ' or ',');

    public static IReadOnlyList<Found<string>> DrivingLicences(IReadOnlyList<TextSpan> spans)
    {
        var found = from value in Labelled(spans, "licence").Concat(spans.Select(BeforeLicence))
                    from Match match in LicenceClass().Matches(value.Text)
                    select new Found<string>(match.Value, 0.9, value.Slice(match.Index, match.Length));
        return [.. found.DistinctBy(f => f.Value)];
    }

    /// <summary>"Category B driving licence", "B-körkort": what stands before the label; empty where it does not end so.</summary>
    private static TextSpan BeforeLicence(TextSpan span)
    {
        var text = span.Text;
        if (text.Length > LongestLicence) return span.Slice(0, 0);
        for (var at = 1; at < text.Length - 2; at++)
        {
            if (text[at - 1] is ' ' or '-' && ContactLabels.Label(text[at..]) == "licence") return span.Slice(0, at - 1);
        }
        return span.Slice(0, 0);
    }

    /// <summary>What stands behind a label in its segment, in the next segment, or in the next line.</summary>
    public static IEnumerable<TextSpan> Labelled(IReadOnlyList<TextSpan> spans, string kind)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var text = spans[i].Text;
            if (ContactLabels.Label(text) == kind)
            {
                if (i + 1 < spans.Count) yield return spans[i + 1];
            }
            else if (ContactLabels.Leading(text) is { } leading && leading.Kind == kind && leading.Length < text.Length)
            {
                yield return spans[i].Slice(leading.Length, text.Length - leading.Length);
            }
            else if (text.AsSpan().ContainsAny(Separators) || (text.Length > 0 && char.IsWhiteSpace(text[0])))
            {
                // "48147 Münster · geboren am 12.05.1984": a label in mid-line.
                foreach (Match part in Separated().Matches(text))
                {
                    if (part.Index > 0 && ContactLabels.Leading(part.Value) is { } inner && inner.Kind == kind && inner.Length < part.Length)
                    {
                        yield return spans[i].Slice(part.Index + inner.Length, part.Length - inner.Length);
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"[^|·•;,\s][^|·•;,]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separated();

    /// <summary>The classes of the Union's directive, a tractor's and older ones; Greek and Cyrillic letters that look alike.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d])(AM|ΑΜ|АМ|[AΑА][12]?|[BΒВ]\+?[EΕЕ]|[BВ]96|[BΒВ]1?|[CС]1?(\+?[EЕ])?|D1?(\+?E)?|[TТΤ]|L)(?![\p{L}\d])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LicenceClass();
}
