using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Places;

namespace Resumai.Fields.Contact;

/// <summary>E-mail addresses and links, printed (also broken over lines in narrow columns) or behind a word or icon.</summary>
internal static partial class OnlineAddresses
{
    /// <summary>Columns wider than this, in points, do not cut addresses.</summary>
    private const double NarrowColumn = 230;

    public static IReadOnlyList<Found<string>> Emails(IReadOnlyList<TextSpan> spans)
    {
        var found = new List<Found<string>>();
        for (var i = 0; i < spans.Count; i++)
        {
            foreach (var passage in Readings(spans, i, "@"))
            {
                var before = found.Count;
                if (!passage.Text.Contains('@')) continue;
                foreach (Match match in Email().Matches(passage.Text))
                {
                    if (!HasKnownEnding(match.Value)) continue;
                    var at = passage.Slice(match.Index, match.Length);
                    if (at.Spans.Count == 0 || at.Spans[0].Line != spans[i].Line) continue;
                    if (found.Exists(f => f.Value.Equals(match.Value, StringComparison.OrdinalIgnoreCase))) continue;
                    // The end of an address that began in the line above.
                    if (found.Exists(f => f.Spans.Skip(1).Any(s => s.Line == at.Spans[0].Line && s.Start <= at.Spans[0].Start && at.Spans[0].Start < s.End))) continue;
                    var value = Linked(at, match.Value.ToLowerInvariant());
                    if (!found.Exists(f => f.Value == value)) found.Add(new Found<string>(value, 0.97, at.Spans));
                }
                if (found.Count > before) break;
            }
        }
        foreach (var (url, span) in Annotations(spans))
        {
            if (found.Count == 0 && Address(url) is { } address) found.Add(new Found<string>(address, 0.9, span));
        }
        return found;
    }

    /// <summary>Where the link behind the address goes to more or less of the same, it tells where the address begins and ends.</summary>
    private static string Linked(Passage printed, string value)
    {
        foreach (var (url, _) in Annotations(printed.Spans))
        {
            var address = Address(url);
            if (address is not null && address != value && (address.EndsWith(value, StringComparison.Ordinal) || value.EndsWith(address, StringComparison.Ordinal) || address.StartsWith(value, StringComparison.Ordinal))) return address;
        }
        return value;
    }

    private static string? Address(string url) =>
        url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && url[7..].Split('?')[0].ToLowerInvariant() is var address && Email().IsMatch(address) ? address : null;

    public static IReadOnlyList<LinkDraft> Links(IReadOnlyList<TextSpan> spans) => Links(spans, Emails(spans));

    /// <param name="known">The e-mail addresses found in the same lines: what is part of one is no link.</param>
    public static IReadOnlyList<LinkDraft> Links(IReadOnlyList<TextSpan> spans, IReadOnlyList<Found<string>> known)
    {
        var found = new List<LinkDraft>();
        var emails = known.SelectMany(e => e.Spans).ToArray();
        for (var i = 0; i < spans.Count; i++)
        {
            foreach (var passage in Readings(spans, i, "/"))
            {
                var before = found.Count;
                if (!passage.Text.Contains('.')) continue;
                foreach (Match match in Url().Matches(passage.Text))
                {
                    var text = match.Value.TrimEnd('.', ',', ';', ')');
                    if (IsInEmail(passage.Text, match.Index, text.Length) || !HasKnownEnding(Host(text)) || IsName(text)) continue;
                    var printed = passage.Slice(match.Index, text.Length).Spans;
                    if (printed.Count == 0 || emails.Any(e => e.Line == printed[0].Line && e.Start < printed[0].End && printed[0].Start < e.End)) continue;
                    Add(found, text, printed);
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
    public static bool Holds(string text) => text.Contains('@') || text.Contains('.') && Url().Matches(text).Any(m => HasKnownEnding(Host(m.Value)));

    /// <summary>Where addresses stand that are whole in this text.</summary>
    public static IEnumerable<(int Index, int Length)> Whole(string text) => !text.Contains('.') ? [] :
        from match in Email().Matches(text).Concat(Url().Matches(text).Where(m => !IsInEmail(text, m.Index, m.Length) && !IsName(m.Value)))
        where HasKnownEnding(match.ValueSpan.Contains('@') ? match.Value : Host(match.Value))
        select (match.Index, match.Length);

    /// <summary>"Scrum.org", "M.Sc": a host printed with capitals and nothing else is the name of something.</summary>
    private static bool IsName(string url) =>
        url.Any(char.IsUpper) && !url.Contains('/') && !url.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && url.Any(char.IsLower);

    /// <summary>True when the word around the place holds an "@".</summary>
    private static bool IsInEmail(string text, int at, int length)
    {
        var start = text.LastIndexOf(' ', at) + 1;
        var end = text.IndexOf(' ', at + length);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start).Contains('@');
    }

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
    internal static bool HasKnownEnding(string host)
    {
        var ending = host[(host.LastIndexOf('.') + 1)..];
        return (ending.Length == 2 && ending is not ("js" or "py" or "cs" or "eg")) || ContactWords.Default.Is("tld", ending);
    }

    /// <summary>The span joined with the next lines when it may go on there, the longest first, then alone.</summary>
    private static IEnumerable<Passage> Readings(IReadOnlyList<TextSpan> spans, int at, string mark)
    {
        var joined = Passage.Of(spans[at]);
        var readings = new Stack<Passage>([joined]);
        for (var next = at + 1; next < Math.Min(spans.Count, at + 3) && spans[next].Line != spans[next - 1].Line; next++)
        {
            var piece = Piece(spans[next]);
            var tail = joined.Text[(joined.Text.LastIndexOf(' ') + 1)..];
            if (mark == "@" && !tail.Contains('@') && IsLink(spans[next - 1])) break;
            if (piece.Length == 0 || tail.Length < 4 || !OneSize(spans[next - 1], spans[next])) break;
            if (!MayGoOn(tail, piece.Text, mark, ReachesEdge(spans[next - 1], spans)) && !IsOneLink(spans[next - 1], spans[next], tail + piece.Text)) break;
            joined = joined.Append(Passage.Of(piece), "");
            readings.Push(joined);
            if (piece.Length < spans[next].Length) break;
        }
        return readings;
    }

    /// <summary>A name in large letters does not go on in the small ones below.</summary>
    private static bool OneSize(TextSpan above, TextSpan below) =>
        above.Line.Font.Size <= 0 || below.Line.Font.Size <= 0 || Math.Abs(above.Line.Font.Size - below.Line.Font.Size) <= below.Line.Font.Size * 0.2;

    /// <summary>The link behind the end of one line and the beginning of the next goes to the address that both make.</summary>
    private static bool IsOneLink(TextSpan above, TextSpan below, string joined) =>
        Annotations([above]).Any(a => a.Url.StartsWith("mailto:" + joined, StringComparison.OrdinalIgnoreCase) && Annotations([below]).Any(b => b.Url == a.Url));

    /// <summary>The line ends in an address of another kind, printed or behind it.</summary>
    private static bool IsLink(TextSpan span) =>
        span.Text[(span.Text.LastIndexOf(' ') + 1)..].Contains('/')
        || span.Line.Links.Any(l => l.Start < span.End && l.Start + l.Length >= span.End && l.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <summary>The beginning of a line that may be the rest of an address: one word, perhaps with a remark in brackets behind.</summary>
    private static TextSpan Piece(TextSpan span)
    {
        var text = span.Text;
        var space = text.IndexOf(' ');
        if (space > 0 && text[space + 1] != '(') return span.Slice(0, 0);
        var piece = space > 0 ? span.Slice(0, space) : span;
        return piece.Length <= 40 && !piece.Text.Contains("://", StringComparison.Ordinal) ? piece : span.Slice(0, 0);
    }

    /// <summary>The line ends where its narrow column ends: what is too long for it was cut anywhere.</summary>
    private static bool ReachesEdge(TextSpan span, IReadOnlyList<TextSpan> spans)
    {
        var box = span.Line.Box;
        if (box.IsNone) return false;
        var right = spans.Where(s => s.Line.Page == span.Line.Page && Math.Abs(s.Line.Box.Left - box.Left) < 12).Max(s => s.Line.Box.Right);
        return right - box.Left < NarrowColumn && box.Right > right - span.Line.Font.Size;
    }

    /// <summary>An address cut at the end of a narrow column: it has no end yet, or the "@" only comes in the next line.</summary>
    private static bool MayGoOn(string tail, string next, string mark, bool reachesEdge)
    {
        if (mark == "@")
        {
            if (tail.IndexOf('@') is >= 0 and var at)
            {
                var host = tail[(at + 1)..];
                if (!host.Contains('.') || !HasKnownEnding(host)) return true;
                // ".co" and ".ex" may be cut endings; ".example" is whole.
                return reachesEdge && host.Length - host.LastIndexOf('.') <= 3 && next.All(char.IsAsciiLetterLower) && !ContactWords.Default.IsLabel(next);
            }
            // A hyphen at the end of a line tells of the break however wide the column is.
            if (next.Contains('@') && tail[^1] is '-' or '_' && char.IsLetterOrDigit(next[0]) && char.IsLetter(tail[0]) && !ContactWords.Default.IsLabel(tail)) return true;
            return next.Contains('@') && reachesEdge && tail.Any(c => c is '.' or '_' or '-') && char.IsLetter(tail[0]) && !ContactWords.Default.IsLabel(tail);
        }
        if (!Url().IsMatch(tail) || next.Contains('@')) return false;
        if (tail.Contains("orcid.org/", StringComparison.OrdinalIgnoreCase)) return tail[^1] == '-' && next.All(c => char.IsAsciiDigit(c) || c is '-' or 'X');
        if (char.IsAsciiDigit(next[0]) || char.IsUpper(next[0])) return false;
        if (tail[^1] is '/' or '-' or '_' or '.') return true;
        return reachesEdge && tail.Contains('/') && !next.Contains('.') && next.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/') && Nationality.CodeOf(next, null) is null;
    }

    private static IEnumerable<(string Url, TextSpan Span)> Annotations(IReadOnlyList<TextSpan> spans) =>
        from line in spans.Select(s => s.Line).Distinct()
        from link in line.Links
        where link.Length > 0
        select (link.Url, new TextSpan(line, link.Start, link.Length));

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}._%+\-]*@[\p{L}\p{N}\-]+(\.[\p{L}\p{N}\-]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(https?://)?(?<![\p{L}\p{N}@])[\p{L}\p{N}][\p{L}\p{N}\-]*(\.[\p{L}\p{N}\-]+)*\.[\p{L}]{2,10}(?![\p{L}\p{N}])(/[\p{L}\p{N}._~%\-+/#?=&]*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Url();
}
