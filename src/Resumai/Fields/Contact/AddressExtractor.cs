using System.Buffers;
using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;

namespace Resumai.Fields.Contact;

/// <summary>
/// The postal address, by the forms of each country: "48147 Münster", "Leeds LS1 4AP", "Austin, TX 78701", "1200-123 Lisboa", or a city alone
/// where a list of cities or a label vouches for it.
/// </summary>
internal static partial class AddressExtractor
{
    private static readonly char[] Separators = [',', '|', '·', '•', ';', '–', '—', '(', ')'];
    private static readonly SearchValues<char> SeparatorValues = SearchValues.Create(Separators);

    /// <param name="phones">Telephone numbers, whose last digits are no postal code.</param>
    /// <param name="likely">Countries the document speaks of otherwise (telephone numbers, locale, language), the likeliest first.</param>
    public static AddressDraft? Extract(IReadOnlyList<TextSpan> spans, IReadOnlyList<TextSpan> name, IReadOnlyList<PhoneDraft> phones, IReadOnlyList<string> likely, string? language)
    {
        AddressDraft? best = null;
        var score = 0.0;
        var letters = spans.Any(s => LetterLabel().IsMatch(s.Text));
        for (var i = 0; i < spans.Count; i++)
        {
            var span = Unlabelled(spans, i, letters, out var labelled);
            if (span.Length < 2 || span.Text.Contains('@') || name.Any(n => n.Line == span.Line && n.Start < span.End && span.Start < n.End)) continue;
            var (draft, strength) = Read(span, labelled, likely, language);
            if (strength < 3 && i + 1 < spans.Count && AddressOverLines.Read(span, spans[i + 1], likely) is { } broken) (draft, strength) = (broken, 3);
            if (draft is null && LonePlace.Read(spans, i, span, likely, language) is { } lone) (draft, strength) = (lone.Draft, lone.Strength);
            if (draft is null || strength <= score || draft.PostalCode is { } code && phones.Any(p => Overlap(p.Raw, code))) continue;
            if (i + 1 < spans.Count && AloneCountry(spans, i + 1, language) is { } below) draft = draft with { CountryCode = below };
            (best, score) = (draft.Street is null && i > 0 ? WithStreetAbove(draft, spans[i - 1]) : draft, strength);
        }
        return best;
    }

    private static bool Overlap(Found<string> first, Found<string> second) =>
        first.Spans.Any(a => second.Spans.Any(b => a.Line == b.Line && a.Start < b.End && b.Start < a.End));

    private static TextSpan Unlabelled(IReadOnlyList<TextSpan> spans, int at, bool letters, out bool labelled)
    {
        var span = spans[at];
        var leading = letters && span.Text.StartsWith("A ", StringComparison.Ordinal) ? ("address", 2) : ContactLabels.Leading(span.Text);
        labelled = leading?.Item1 == "address" || (at > 0 && ContactLabels.Label(spans[at - 1].Text) == "address");
        return leading is { } label && label.Item1 == "address" ? span.Slice(label.Item2, span.Length - label.Item2).Trim()
            : leading is { Item1: "birth" or "phone" or "web" or "email" or "nationality" or "name" or "given" or "family" } ? span.Slice(0, 0) : span;
    }

    private static (AddressDraft?, double) Read(TextSpan span, bool labelled, IReadOnlyList<string> likely, string? language)
    {
        var text = span.Text;
        // All forms have a code, and all codes a digit.
        foreach (var (form, cityFirst, countries) in text.Any(char.IsDigit) ? Forms : [])
        {
            foreach (Match match in form.Matches(text))
            {
                if (FromForm(span, match, cityFirst, countries, labelled, likely, language) is { } found) return (found.Draft, found.Strength);
            }
        }
        return FromNames(span, labelled, likely, language);
    }

    private static (AddressDraft Draft, double Strength)? FromForm(
        TextSpan span, Match match, bool cityFirst, string[] countries, bool labelled, IReadOnlyList<string> likely, string? language)
    {
        var code = Part(span, match.Groups["code"]);
        TextSpan city;
        if (match.Groups["city"].Success)
        {
            city = Part(span, match.Groups["city"]);
        }
        else
        {
            // "12 Park Row, Leeds LS1 4AP", "12 Park Row, Leeds, LS1 4AP": what stands before the code.
            var end = cityFirst ? match.Index : -1;
            if (end <= 0) return null;
            var before = span.Slice(0, end).Trim(Separators);
            var cut = before.Text.AsSpan().LastIndexOfAny(SeparatorValues);
            city = before.Slice(cut + 1, before.Length - cut - 1).Trim();
        }
        city = city.Trim(Separators);
        if (city.Length < 2 || !char.IsUpper(city.Text.AsSpan().TrimStart("'’s-")[0]) || (city.Length == 2 && char.IsUpper(city.Text[1])) || city.Text.TrimEnd("0123456789".ToCharArray()).Any(char.IsDigit)) return null;
        var known = Gazetteer.Find(city.Text.TrimEnd("0123456789 ".ToCharArray()));
        // Before a bare number only a city known there is one: it may be a street and its house.
        if (cityFirst && countries.Length > 1 && !known.Any(k => likely.Contains(k.Country))) return null;
        var country = PrintedCountry(span, language) ?? (countries.Length == 1 ? countries[0] : Country(known, countries, likely));
        var vouched = labelled || known.Count > 0 || country is not null && likely.Contains(country);
        if (!vouched && countries.Length != 1) return null;
        var region = match.Groups["region"].Success ? Part(span, match.Groups["region"]) : Province(span, city);
        var street = Street(span, Math.Min(city.Start, code.Start) - span.Start, Math.Max(city.End, code.End) - span.Start, language);
        var draft = new AddressDraft
        {
            Raw = new Found<string>(span.Text, 0.9, span),
            PostalCode = new Found<string>(code.Text, 0.95, code),
            City = new Found<string>(city.Text, known.Count > 0 ? 0.95 : 0.85, city),
            Region = region is { } r ? new Found<string>(r.Text, 0.9, r) : null,
            Street = street,
            CountryCode = country,
        };
        return (draft, 3 + (known.Count > 0 ? 1 : 0) + (labelled ? 1 : 0) + (street is not null ? 0.5 : 0));
    }

    /// <summary>"Porto, Portugal", "Austin, TX", "Lyon": no code.</summary>
    private static (AddressDraft?, double) FromNames(TextSpan span, bool labelled, IReadOnlyList<string> likely, string? language)
    {
        if (span.Length > 60 || span.Text.Contains("://", StringComparison.Ordinal)) return (null, 0);
        var printed = PrintedCountry(span, language);
        foreach (Match part in Parts().Matches(span.Text))
        {
            var city = span.Slice(part.Index, part.Length).Trim(Separators);
            if (city.Length < 2 || !char.IsUpper(city.Text[0]) || city.Text.Any(char.IsDigit) || CountryOf(city.Text, language) is not null) continue;
            var known = Gazetteer.Find(city.Text);
            var state = State().Match(span.Text) is { Success: true } s && s.Index > part.Index ? span.Slice(s.Groups["region"].Index, 2) : (TextSpan?)null;
            var strength = (known.Count > 0 ? 1.0 : 0) + (printed is not null ? 1 : 0) + (labelled ? 1 : 0) + (state is not null ? 0.8 : 0);
            // A city's name alone may be anything: it takes a label, a country, a state or a likely country with a true city.
            var alone = part.Index == 0 && part.Length >= span.Length - 1;
            // "Kocēni, Latvija": before its country, a place nobody has listed is one too.
            if (known.Count == 0 && printed is not null && likely.Contains(printed) && part.Index == 0 && CountryOf(span.Text[(part.Index + part.Length)..].Trim(Separators).Trim(), language) is not null) strength += 0.6;
            // All that stands behind a label or pictogram of places is one.
            if (labelled && part.Index == 0 && part.Length >= span.Length - 1) strength += 0.6;
            if (strength < 1 || (strength < 1.5 && !(alone && known.Any(k => likely.Contains(k.Country) && k.Thousands >= 10)))) continue;
            var country = printed ?? (state is not null && known.Any(k => k.Country == "US") ? "US" : Country(known, [], likely));
            return (new AddressDraft
            {
                Raw = new Found<string>(span.Text, 0.8, span),
                City = new Found<string>(city.Text, known.Count > 0 ? 0.85 : 0.6, city),
                Region = state is { } region && country == "US" ? new Found<string>(region.Text, 0.9, region) : null,
                CountryCode = country,
            }, strength);
        }
        return (null, 0);
    }

    private static AddressDraft WithStreetAbove(AddressDraft draft, TextSpan above)
    {
        var text = above.Text;
        var isStreet = draft.PostalCode is not null && text.Length is > 4 and < 60 && text.Any(char.IsDigit) && text.Any(char.IsLetter)
            && !text.Contains('@') && !text.Contains('+') && ContactLabels.Leading(text) is null && text.Count(char.IsDigit) <= 6;
        return isStreet ? draft with { Street = new Found<string>(text, 0.7, above) } : draft;
    }

    private static Found<string>? Street(TextSpan span, int from, int to, string? language)
    {
        var before = from > 0 ? span.Slice(0, from).Trim(Separators) : span.Slice(0, 0);
        var after = to < span.Length ? span.Slice(to, span.Length - to).Trim(Separators) : span.Slice(0, 0);
        var street = before.Text.Any(char.IsDigit) ? before : after.Text.Any(char.IsDigit) && CountryOf(after.Text, language) is null ? after : before;
        var cut = street == after ? after.Text.LastIndexOf(',') : -1;
        if (cut > 0 && CountryOf(after.Text[(cut + 1)..], language) is not null) street = after.Slice(0, cut).Trim();
        return street.Length > 3 && street.Text.Any(char.IsLetter) && street.Text.Any(char.IsDigit) ? new Found<string>(street.Text, 0.85, street) : null;
    }

    private static TextSpan? Province(TextSpan span, TextSpan city)
    {
        var rest = span.Slice(city.End - span.Start, span.End - city.End);
        return InBrackets().Match(rest.Text) is { Success: true } match ? rest.Slice(match.Groups["region"].Index, 2) : null;
    }

    /// <summary>Countries whose names are all of a line, below no label: the last line of an address.</summary>
    public static IEnumerable<string> CountriesAlone(IReadOnlyList<TextSpan> spans, string? language) =>
        Enumerable.Range(0, spans.Count).Select(i => AloneCountry(spans, i, language)).OfType<string>();

    private static string? AloneCountry(IReadOnlyList<TextSpan> spans, int at, string? language) =>
        at > 0 && spans[at].Length == spans[at].Line.Text.Trim().Length && ContactLabels.Label(spans[at - 1].Text) is null ? CountryOf(spans[at].Text, language) : null;

    private static string? PrintedCountry(TextSpan span, string? language)
    {
        foreach (Match part in Parts().Matches(span.Text))
        {
            if (CountryOf(part.Value.Trim(), language) is { } country) return country;
        }
        return null;
    }

    private static string? CountryOf(string text, string? language)
    {
        if (text.Length < 2 || !char.IsUpper(text[0])) return null;
        if (text is "UK" or "England" or "Scotland" or "Wales") return "GB";
        return text is "USA" ? "US" : text.Length < 4 ? null : Lexicon.Countries.Value("country", text, language, "en") ?? Lexicon.Countries.ValueInAnyLanguage("country", text);
    }

    private static string? Country(IReadOnlyList<(string Country, int Thousands)> known, string[] allowed, IReadOnlyList<string> likely)
    {
        var fitting = allowed.Length == 0 ? known : [.. known.Where(k => allowed.Contains(k.Country))];
        foreach (var country in likely)
        {
            if (fitting.Any(k => k.Country == country)) return country;
        }
        if (fitting.Count > 0) return fitting[0].Country;
        return likely.FirstOrDefault(c => allowed.Length == 0 ? known.Count == 0 : allowed.Contains(c));
    }

    private static TextSpan Part(TextSpan span, Group group) => span.Slice(group.Index, group.Length);

    private static readonly (Regex Form, bool CityFirst, string[] Countries)[] Forms =
    [
        (UnitedStates(), false, ["US"]),
        (Brazil(), false, ["BR"]),
        (Britain(), true, ["GB"]),
        (IrelandCodeFirst(), false, ["IE"]),
        (Ireland(), true, ["IE"]),
        (MaltaCodeFirst(), false, ["MT"]),
        (Malta(), true, ["MT"]),
        (Latvia(), false, ["LV"]),
        (LatviaCityFirst(), true, ["LV"]),
        (Lithuania(), false, ["LT"]),
        (Luxembourg(), false, ["LU"]),
        (Netherlands(), false, ["NL"]),
        (Portugal(), false, ["PT"]),
        (Poland(), false, ["PL"]),
        (ThreeAndTwo(), false, ["SE", "CZ", "SK", "GR"]),
        (FiveDigits(), false, ["DE", "FR", "ES", "IT", "FI", "EE", "LT", "HR", "GR", "SE", "CZ", "SK", "UA", "TR", "RS"]),
        (FourDigits(), false, ["AT", "CH", "BE", "DK", "NO", "HU", "LU", "LV", "BG", "SI", "CY"]),
        (SixDigits(), false, ["RO", "IN"]),
        (AfterCity(), true, ["DE", "FR", "ES", "IT", "FI", "AT", "CH", "BE", "DK", "NO", "HU", "LU", "EE", "LT", "LV", "HR", "RO", "BG", "SI", "GR", "SE", "CZ", "SK", "CY", "PL", "PT"]),
        (CodeAndComma(), false, ["DE", "FR", "ES", "IT", "FI", "AT", "CH", "BE", "DK", "NO", "HU", "EE", "HR", "BG", "SI"]),
    ];

    private const string City = @"(?<city>(?:['’]s-)?\p{Lu}[\p{L}.'’\-/]*(?:[ ](?!\d)[\p{L}.'’\-/]+){0,4})";

    [GeneratedRegex(@"(?<city>\p{Lu}[\p{L}.'’\-]*(?: [\p{L}.'’\-]+){0,3}),? (?<region>[A-Z]{2}),? (?<code>\d{5}(?:-\d{4})?)(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex UnitedStates();

    [GeneratedRegex(@"(?<city>\p{Lu}[\p{L}.'’\-]*(?: [\p{L}.'’\-]+){0,3})\s*[–\-/,]\s*(?<region>[A-Z]{2})\s*[,·|]?\s*(?:CEP:?\s*)?(?<code>\d{5}-\d{3})", RegexOptions.None, 1000)]
    private static partial Regex Brazil();

    [GeneratedRegex(@"(?<![A-Z0-9])(?<code>[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})(?![A-Z0-9])", RegexOptions.None, 1000)]
    private static partial Regex Britain();

    [GeneratedRegex(@"(?<![A-Z0-9])(?<code>[A-Z]\d[\dW] ?[A-Z\d]{4})(?![A-Z0-9])", RegexOptions.None, 1000)]
    private static partial Regex Ireland();

    [GeneratedRegex(@"(?<![A-Z0-9])(?<code>[A-Z]\d[\dW] ?[A-Z\d]{4}) " + City, RegexOptions.None, 1000)]
    private static partial Regex IrelandCodeFirst();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<code>[A-Z]{3} ?\d{4})(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Malta();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<code>[A-Z]{3} ?\d{4}),? (?!Malta)" + City, RegexOptions.None, 1000)]
    private static partial Regex MaltaCodeFirst();

    [GeneratedRegex(@"(?<code>LV-\d{4}),? " + City, RegexOptions.None, 1000)]
    private static partial Regex Latvia();

    [GeneratedRegex(@"(?<code>LV-\d{4})(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex LatviaCityFirst();

    [GeneratedRegex(@"(?<code>LT-\d{5}),? " + City, RegexOptions.None, 1000)]
    private static partial Regex Lithuania();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<code>L-\d{4}) " + City, RegexOptions.None, 1000)]
    private static partial Regex Luxembourg();

    [GeneratedRegex(@"(?<=\p{L},? )(?<code>LT-\d{5}|\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})(?=,|$| [A-Z]{2}$)", RegexOptions.None, 1000)]
    private static partial Regex AfterCity();

    [GeneratedRegex(@"(?<=, )(?<code>\d{4,5}), " + City, RegexOptions.None, 1000)]
    private static partial Regex CodeAndComma();

    [GeneratedRegex(@"^[TEMWP] (?:\+?[\d(]|\S+@|www\.|https?:|\S+\.\S+/)", RegexOptions.None, 1000)]
    private static partial Regex LetterLabel();

    [GeneratedRegex(@"(?<!\d)(?<code>\d{4} ?[A-Z]{2}) " + City, RegexOptions.None, 1000)]
    private static partial Regex Netherlands();

    [GeneratedRegex(@"(?<![\d-])(?<code>\d{4}-\d{3}) " + City, RegexOptions.None, 1000)]
    private static partial Regex Portugal();

    [GeneratedRegex(@"(?<![\d-])(?<code>\d{2}-\d{3}) " + City, RegexOptions.None, 1000)]
    private static partial Regex Poland();

    [GeneratedRegex(@"(?<!\d)(?:[A-Z]{1,2}-)?(?<code>\d{3} \d{2}) " + City, RegexOptions.None, 1000)]
    private static partial Regex ThreeAndTwo();

    [GeneratedRegex(@"(?<![\d.,/\-])(?:[A-Z]{1,2}-)?(?<code>\d{5}) " + City, RegexOptions.None, 1000)]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"(?<![\d.,/\-])(?:[A-Z]{1,2}-)?(?<code>\d{4}) " + City, RegexOptions.None, 1000)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"(?<!\d)(?<code>\d{6}) " + City, RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@", (?<region>[A-Z]{2})(?![\p{L}\d])", RegexOptions.None, 1000)]
    private static partial Regex State();

    [GeneratedRegex(@"^\s*\((?<region>[A-Z]{2})\)", RegexOptions.None, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[^,|·•;()]+", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
