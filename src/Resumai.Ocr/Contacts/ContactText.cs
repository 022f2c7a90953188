using System.Text.RegularExpressions;
using Resumai.Fields.Contact;
using Resumai.Normalize.Phones;

namespace Resumai.Ocr.Contacts;

/// <summary>What a contact detail is.</summary>
internal enum ContactKind { Email, Web, Phone }

/// <summary>
/// A contact detail within a reading, in its parts: the local part and domain of an e-mail address; scheme, host and path segments of
/// a web address; a phone number whole.
/// </summary>
/// <param name="Before">What the reading has before it; <paramref name="After"/> behind it.</param>
internal sealed partial record ContactText(ContactKind Kind, IReadOnlyList<string> Parts, string Before, string After)
{
    private const int FewestDigits = 8, MostDigits = 15, FewestAtHome = 9, MostAtHome = 12;

    /// <summary>As it is written.</summary>
    public string Value => Kind switch
    {
        ContactKind.Email => $"{Parts[0]}@{Parts[1]}",
        ContactKind.Web => Parts[0] + string.Join('/', Parts.Skip(1)),
        _ => Parts[0],
    };

    /// <summary>It has the form of such a detail: a domain's known ending, as many digits as a number of its country has.</summary>
    public bool IsValid => Kind switch
    {
        ContactKind.Phone => IsPhone(Parts[0]),
        ContactKind.Email => Local().IsMatch(Parts[0]) && IsHost(Parts[1]),
        _ => IsHost(Parts[1]) && Parts.Skip(2).All(p => Segment().IsMatch(p)),
    };

    /// <summary>An e-mail address that begins with a sign which joins two words.</summary>
    public bool LacksStart => Kind == ContactKind.Email && Parts[0][0] is '_' or '.' or '-';

    /// <summary>The first detail in the text, null when it has none.</summary>
    public static ContactText? In(string text) => Address(Written(text)) ?? Phone(text);

    /// <summary>The detail if that is all of the text once its spaces are left out: they are none where the text is one word.</summary>
    public static ContactText? InOneWord(string text) => In(text.Replace(" ", "", StringComparison.Ordinal)) is { Before: "", After: "", Kind: not ContactKind.Phone } whole ? whole : null;

    private static ContactText? Address(string text)
    {
        if (EmailLike().Match(text) is { Success: true } email) return new ContactText(ContactKind.Email, [email.Groups["local"].Value, email.Groups["domain"].Value.Replace(',', '.')], text[..email.Index], text[(email.Index + email.Length)..]);

        if (BrokenEmail().Match(text) is { Success: true } broken) return new ContactText(ContactKind.Email, [broken.Groups["local"].Value, broken.Groups["domain"].Value], text[..broken.Index], "");

        foreach (Match match in WebLike().Matches(text))
        {
            var (scheme, host, path) = (match.Groups["scheme"].Value, match.Groups["host"].Value, match.Groups["path"].Value.TrimEnd('.', ',', ';', ')'));
            if (scheme.Length == 0 && path.Length == 0 && !host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !IsHost(host)) continue;
            var end = match.Groups["path"].Success ? match.Groups["path"].Index + path.Length : match.Index + match.Length;
            return new ContactText(ContactKind.Web, [scheme, host, .. path.Split('/').Skip(1)], text[..match.Index], text[end..]);
        }
        return null;
    }

    private static ContactText? Phone(string text)
    {
        var match = PhoneLike().Matches(text).FirstOrDefault(m => m.Value.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits && !Years().IsMatch(m.Value));
        return match is null ? null : new ContactText(ContactKind.Phone, [match.Value], text[..match.Index], text[(match.Index + match.Length)..]);
    }

    private static bool IsPhone(string number) => number.TrimStart('(').StartsWith('+') || number.StartsWith("00", StringComparison.Ordinal)
        ? PhoneReader.Read(number, []).IsValid
        : number[0] is '0' or '(' && number.Count(char.IsAsciiDigit) is >= FewestAtHome and <= MostAtHome;

    /// <summary>The host's form, and an ending that is known.</summary>
    public static bool IsHost(string host) => Host().IsMatch(host) && OnlineAddresses.HasKnownEnding(host.ToLowerInvariant());

    /// <summary>The text with the fixed parts of addresses as they are always written: their strokes and dots are what is most often misread.</summary>
    private static string Written(string text)
    {
        text = Parted().Replace(text, "");
        text = AtSign().Replace(text, "@");
        text = Initial().Replace(text, "l");
        text = Scheme().Replace(text, "http${secure}://");
        text = WorldWideWeb().Replace(text, "www.");
        text = ProfileHost().Replace(text, "linkedin");
        text = ProfilePath().Replace(text, "linkedin.com/in/");
        text = LostStroke().Replace(text, "/");
        text = ResearcherId().Replace(text, "0000-");
        return ProfileNumber().Replace(text, number => number.Value.Replace('O', '0'));
    }

    // Spaces beside the signs of an address.
    [GeneratedRegex(@"(?<=[a-z0-9][@./_-]) (?=[a-z0-9])|(?<=[a-z0-9]) (?=[@/_]|\.[a-z])|(?<=:/?) (?=/)|(?<=//) (?=\w)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Parted();

    // A letter in a ring amid letters, or its ring open; a round capital after a name of two parts, before a host.
    [GeneratedRegex(@"(?<=[a-z0-9]) ?[©®€] ?(?=[a-z0-9])|(?<=[a-z0-9]{3}) ?&(?=[a-z0-9-]+[.-]$)|(?<=[a-z0-9]{3})&(?=[a-z0-9-]+\.[a-z]{2,}\b)|(?<=[a-z0-9]{3})\([0OQ](?=[a-z0-9-]+$)|(?<=[a-z0-9]{2})\([0OQaG](?=[a-z0-9-]+\.[a-z]{2,}\b)|(?<=^[a-z0-9]+[._-][a-z0-9]+) ?[GQ](?=[a-z0-9-]+\.[a-z]{2,}\b)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AtSign();

    // A stroke before the name of an address is the letter that looks like it.
    [GeneratedRegex(@"(?<![^\s,;])\|(?=\.[a-z]+[a-z0-9._-]*@)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Initial();

    // A letter of "https" misread, a stroke lost.
    [GeneratedRegex(@"\bh[a-z]{1,3}p(?<secure>s?)[:;.]/{1,2}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex Scheme();

    // Between strokes the first letter joins them.
    [GeneratedRegex(@"(?<=://)[A/|f]?[vVwW]{2,4}[.,]|(?<![\w@./-])[vVwW]{3,4}\.(?=[a-z0-9])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WorldWideWeb();

    // Its first letter joins the stroke before it.
    [GeneratedRegex(@"(?<![\w@.-])[A-Za-z|]{1,3}inkedin(?=[., ]{1,2}com)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ProfileHost();

    // The path of every profile at this host, between strokes.
    [GeneratedRegex(@"\blinkedin[., ]{1,2}com[^\w\s]?[A-Z\u00C0-\u00C5\u00E0-\u00E5]{0,2}[fiílI1]{0,2}n(?:/|(?=[A-Z]\p{Ll})|(?<=in)(?=\p{Ll}))", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ProfilePath();

    // These hosts end so: the stroke behind is lost.
    [GeneratedRegex(@"(?<=\b(?:linkedin|github|gitlab)\.com)(?=[A-Za-z]{3})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LostStroke();

    // Most ORCID iDs begin so, and four noughts are read as letters.
    [GeneratedRegex(@"(?<=\borcid\.org/)[0Oo]{3,6}-", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ResearcherId();

    // The number behind the name of a profile has small letters and figures only.
    [GeneratedRegex(@"(?<=\blinkedin\.com/in/[a-z0-9-]+-)(?=[a-z0-9O]*\d)[a-z0-9O]{5,}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ProfileNumber();

    [GeneratedRegex(@"(?<![\w.+-])(?<local>\w[\w.+-]*)@(?<domain>\w[\w.,-]*[.,]\w{2,})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EmailLike();

    // The line ends within the domain.
    [GeneratedRegex(@"(?<![\w.+-])(?<local>\w[\w.+-]*)@(?<domain>[a-z0-9][a-z0-9.-]*)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex BrokenEmail();

    [GeneratedRegex(@"(?<![\w@.-])(?<scheme>https?://)?(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,})(?![\w@])(?<path>/[^\s|]*)?", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WebLike();

    [GeneratedRegex(@"(?<![\w+.])(?:\+ ?\(?\d|\(\d|\d)[\d ()/.–-]{5,}\d(?!\w)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex PhoneLike();

    [GeneratedRegex(@"\b(?:19|20)\d\d\s?[–/.-]\s?(?:\d{1,2}[./-])?(?:19|20)?\d\d\b|\b\d{1,2}[./-](?:\d{1,2}[./-])?(?:19|20)\d\d\b|^(?:(?:19|20)\d\d\W*)+$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Years();

    [GeneratedRegex(@"^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Host();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9._%+-]*[A-Za-z0-9])?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Local();

    [GeneratedRegex(@"^[\w.~%@+=&?#-]*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Segment();
}
