using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;

namespace Resumai.Fields.Contact;

/// <summary>E-mail addresses and links, printed (also broken over lines in narrow columns) or behind a word or icon.</summary>
internal static partial class OnlineAddresses
{
    public static IReadOnlyList<Found<string>> Emails(IReadOnlyList<TextSpan> spans)
    {
        var found = new List<Found<string>>();
        for (var i = 0; i < spans.Count; i++)
        {
            foreach (var passage in Readings(spans, i, "@"))
            {
                var before = found.Count;
                foreach (Match match in Email().Matches(passage.Text))
                {
                    if (!HasKnownEnding(match.Value)) continue;
                    var at = passage.Slice(match.Index, match.Length);
                    if (at.Spans.Count == 0 || at.Spans[0].Line != spans[i].Line) continue;
                    if (found.Exists(f => f.Value.Equals(match.Value, StringComparison.OrdinalIgnoreCase))) continue;
                    found.Add(new Found<string>(match.Value.ToLowerInvariant(), 0.97, at.Spans));
                }
                if (found.Count > before) break;
            }
        }
        foreach (var (url, span) in Annotations(spans))
        {
            if (!url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) continue;
            var address = url[7..].Split('?')[0].ToLowerInvariant();
            if (found.Count == 0 && Email().IsMatch(address)) found.Add(new Found<string>(address, 0.9, span));
        }
        return found;
    }

    public static IReadOnlyList<LinkDraft> Links(IReadOnlyList<TextSpan> spans)
    {
        var found = new List<LinkDraft>();
        for (var i = 0; i < spans.Count; i++)
        {
            foreach (var passage in Readings(spans, i, "/"))
            {
                var before = found.Count;
                foreach (Match match in Url().Matches(passage.Text))
                {
                    var text = match.Value.TrimEnd('.', ',', ';', ')');
                    if (match.Index > 0 && passage.Text[match.Index - 1] is '@' or '.' || text.Contains('@') || !HasKnownEnding(Host(text))) continue;
                    if (match.Index + text.Length < passage.Text.Length && passage.Text[match.Index + text.Length] == '@') continue;
                    Add(found, text, passage.Slice(match.Index, text.Length).Spans);
                }
                if (found.Count > before) break;
            }
        }
        foreach (var (url, span) in Annotations(spans))
        {
            if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) Add(found, url, [span]);
        }
        return found;
    }

    /// <summary>True when the text holds nothing but addresses of this kind.</summary>
    public static bool Holds(string text) => text.Contains('@') || Url().Matches(text).Any(m => HasKnownEnding(Host(m.Value)));

    private static void Add(List<LinkDraft> found, string url, IReadOnlyList<TextSpan> spans)
    {
        var whole = url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url;
        var key = Key(whole);
        // A handle's link often repeats what is printed, or is a longer form of it.
        if (found.Exists(f => Key(f.Url.Value) is var known && (known == key || known.StartsWith(key + "/", StringComparison.Ordinal) || key.StartsWith(known + "/", StringComparison.Ordinal)))) return;
        found.Add(new LinkDraft(new Found<string>(whole, 0.95, spans), Type(key)));
    }

    private static string Key(string url)
    {
        var key = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].ToLowerInvariant().Split('?')[0].TrimEnd('/');
        return key.StartsWith("www.", StringComparison.Ordinal) ? key[4..] : key;
    }

    private static string Type(string key) => Host(key) switch
    {
        var host when host.EndsWith("linkedin.com", StringComparison.Ordinal) => "linkedin",
        var host when host.EndsWith("github.com", StringComparison.Ordinal) => "github",
        var host when host.EndsWith("gitlab.com", StringComparison.Ordinal) => "gitlab",
        var host when host.EndsWith("xing.com", StringComparison.Ordinal) || host.EndsWith("xing.de", StringComparison.Ordinal) => "xing",
        _ => key.Contains('/') ? "other" : "website",
    };

    private static string Host(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal);
        return url[(start < 0 ? 0 : start + 3)..].Split('/', '?', '#', ':')[0].ToLowerInvariant();
    }

    /// <summary>A country's two letters or a known top-level domain: "node.js" and "e.g" are none.</summary>
    private static bool HasKnownEnding(string host)
    {
        var ending = host[(host.LastIndexOf('.') + 1)..];
        return (ending.Length == 2 && ending is not ("js" or "py" or "cs" or "eg")) || ContactWords.Default.Is("tld", ending);
    }

    /// <summary>The span joined with the next lines when it may go on there, the longest first, then alone.</summary>
    private static IEnumerable<Passage> Readings(IReadOnlyList<TextSpan> spans, int at, string mark)
    {
        var first = spans[at].Text;
        var joined = Passage.Of(spans[at]);
        var readings = new Stack<Passage>([joined]);
        for (var next = at + 1; next < Math.Min(spans.Count, at + 3) && IsPiece(spans[next].Text) && spans[next].Line != spans[next - 1].Line; next++)
        {
            var tail = joined.Text[(joined.Text.LastIndexOf(' ') + 1)..];
            if (tail.Length < 4 || !MayGoOn(tail, spans[next].Text, mark)) break;
            joined = joined.Append(Passage.Of(spans[next]), "");
            readings.Push(joined);
        }
        return first.Length == 0 ? [] : readings;
    }

    private static bool IsPiece(string text) => !text.Contains(' ') && text.Length <= 40 && !text.Contains("://", StringComparison.Ordinal);

    /// <summary>An address cut at the end of a narrow column: it has no end yet, or the "@" only comes in the next line.</summary>
    private static bool MayGoOn(string tail, string next, string mark)
    {
        if (mark == "@")
        {
            if (tail.Contains('@')) return !HasKnownEnding(tail) || !tail[(tail.IndexOf('@') + 1)..].Contains('.');
            return next.Contains('@') && tail.Any(c => c is '.' or '_' or '-' || char.IsDigit(c)) && !ContactWords.Default.IsLabel(tail);
        }
        return Url().IsMatch(tail) && !next.Contains('@') && (tail[^1] is '/' or '-' or '_' or '.' || (tail.Contains('/') && next.Any(c => c is '-' or '/' or '_') && !next.Contains('.')));
    }

    private static IEnumerable<(string Url, TextSpan Span)> Annotations(IReadOnlyList<TextSpan> spans) =>
        from line in spans.Select(s => s.Line).Distinct()
        from link in line.Links
        select (link.Url, new TextSpan(line, link.Start, link.Length));

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}._%+\-]*@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(https?://)?(?<![\p{L}\p{N}@])[\p{L}\p{N}][\p{L}\p{N}\-]*(\.[\p{L}\p{N}\-]+)*\.[\p{L}]{2,10}(?![\p{L}\p{N}])(/[\p{L}\p{N}._~%\-+/#?=&]*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();
}
