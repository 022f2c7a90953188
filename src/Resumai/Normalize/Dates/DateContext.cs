using Resumai.Knowledge;

namespace Resumai.Normalize.Dates;

/// <summary>Says whether what looks like a date is part of something else: a phone number, an amount, a version, an address.</summary>
internal sealed class DateContext(string text, IReadOnlyList<DateToken> tokens)
{
    /// <param name="matchedUpTo">Index of the token behind the last accepted date: its digits are no neighbours.</param>
    public bool Accepts(int first, RangeReading reading, int matchedUpTo)
    {
        var next = reading.Next;
        if (Joined(first, next) || InAddress(first, next)) return false;
        if (reading.Sure) return !AfterPlus(first, matchedUpTo);
        if (!reading.BareYear) return StandsAlone(first, next);
        return !AmongDigits(first, next, matchedUpTo) && !Counts(next) && !Numbered(first) && !HasUnit(first, next);
    }

    /// <summary>Letters, digits or signs that touch it make it part of a longer item.</summary>
    private bool Joined(int first, int next)
    {
        if (tokens[first].Before == TokenGap.None && first > 0)
        {
            var before = tokens[first - 1];
            if (before.Kind is DateTokenKind.Word or DateTokenKind.Number && tokens[first].Kind != DateTokenKind.Apostrophe) return true;
            if (before.Folded is "@" or "_" or "+" or "#" or "€" or "$" or "£" or "=" or "&" or "?" or "\\") return true;
            var links = before.Kind is DateTokenKind.Dot or DateTokenKind.Slash or DateTokenKind.Comma or DateTokenKind.Dash || before.Folded == ":";
            if (links && before.Before == TokenGap.None && first > 1 && tokens[first - 2].Kind == DateTokenKind.Number) return true;
            if (before.Kind == DateTokenKind.Dash && before.Before == TokenGap.None && first > 1 && tokens[first - 2] is { Kind: DateTokenKind.Word, Length: <= 3 }) return true;
        }
        if (next >= tokens.Count || tokens[next].Before != TokenGap.None) return false;
        var after = tokens[next];
        if (after.Kind is DateTokenKind.Word or DateTokenKind.Number && tokens[next - 1].Kind == DateTokenKind.Number) return true;
        if (after.Folded is "%" or "€" or "°" or "@" or "_" or "+" or "‰") return true;
        return after.Kind is DateTokenKind.Dot or DateTokenKind.Slash or DateTokenKind.Dash or DateTokenKind.Comma or DateTokenKind.Apostrophe
            && next + 1 < tokens.Count && tokens[next + 1] is { Kind: DateTokenKind.Number, Before: TokenGap.None };
    }

    /// <summary>Inside an e-mail address or a link.</summary>
    private bool InAddress(int first, int next)
    {
        var start = tokens[first].Start;
        var end = tokens[next - 1].End;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var run = text.AsSpan(start, end - start);
        return run.Contains('@') || run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || IsPath(run);
    }

    /// <summary>"site.example/2019": letters, a full stop, letters, a slash.</summary>
    private static bool IsPath(ReadOnlySpan<char> run)
    {
        var slash = run.IndexOf('/');
        if (slash < 4) return false;
        var dot = run[..slash].LastIndexOf('.');
        return dot > 1 && slash - dot > 2 && char.IsLetter(run[dot - 1]) && !run[(dot + 1)..slash].ContainsAnyExceptInRange('a', 'z');
    }

    private bool AfterPlus(int first, int matchedUpTo)
    {
        for (var i = first - 1; i >= matchedUpTo && i >= first - 8 && tokens[i + 1].Before != TokenGap.Wide; i--)
        {
            if (tokens[i].Folded == "+") return true;
            if (tokens[i].Kind is not (DateTokenKind.Number or DateTokenKind.Dash or DateTokenKind.Slash or DateTokenKind.Dot) && tokens[i].Folded is not ("(" or ")")) return false;
        }
        return false;
    }

    /// <summary>Groups of digits beside it, set apart by spaces, dashes or slashes only, as in a phone number.</summary>
    private bool AmongDigits(int first, int next, int matchedUpTo)
    {
        var before = first - 1;
        if (before >= matchedUpTo && tokens[first].Before != TokenGap.Wide)
        {
            while (before > matchedUpTo && (tokens[before].Kind is DateTokenKind.Dash or DateTokenKind.Slash || tokens[before].Folded is "(" or ")") && tokens[before].Before != TokenGap.Wide) before--;
            if (tokens[before].Kind == DateTokenKind.Number && tokens[before].Length >= 2) return true;
            if (tokens[before].Folded == "+") return true;
        }
        if (next >= tokens.Count || tokens[next].Before == TokenGap.Wide) return false;
        var after = next;
        while (after + 1 < tokens.Count && tokens[after].Kind is DateTokenKind.Dash or DateTokenKind.Slash && tokens[after + 1].Before != TokenGap.Wide) after++;
        return tokens[after].Kind == DateTokenKind.Number && (tokens[after].Length >= 3
            ? tokens[after].Value is < DatePoint.Earliest or > DatePoint.Latest
            : after + 1 < tokens.Count && tokens[after + 1].Kind == DateTokenKind.Number && tokens[after].Length == 2);
    }

    /// <summary>"2000 employees", "2000 km".</summary>
    private bool Counts(int next) =>
        next < tokens.Count && tokens[next] is { Kind: DateTokenKind.Word, Before: TokenGap.Space } && Lexicon.Dates.AllTerms("not_year").Has(tokens[next].Folded);

    /// <summary>"ISO 2015", "Office 2019", "Room 2012".</summary>
    private bool Numbered(int first) =>
        first > 0 && tokens[first] is { Before: not TokenGap.Wide } && tokens[first - 1].Kind == DateTokenKind.Word && Lexicon.Dates.AllTerms("numbered").Has(tokens[first - 1].Folded);

    private bool HasUnit(int first, int next) =>
        (first > 0 && tokens[first].Before != TokenGap.Wide && IsCurrency(tokens[first - 1])) || (next < tokens.Count && tokens[next].Before != TokenGap.Wide && (IsCurrency(tokens[next]) || tokens[next].Folded == "%"))
        || IsPostalCode(first, next);

    /// <summary>A code of four digits between a street with its number and a city: "Nørregade 12, 2100 København".</summary>
    private bool IsPostalCode(int first, int next)
    {
        if (first < 2 || tokens[first - 1].Kind != DateTokenKind.Comma || next >= tokens.Count) return false;
        if (tokens[next] is not { Kind: DateTokenKind.Word, Before: TokenGap.Space } || !char.IsUpper(text[tokens[next].Start])) return false;
        for (var i = first - 2; i >= 0 && i >= first - 4; i--)
        {
            if (tokens[i] is { Kind: DateTokenKind.Number, Length: <= 3 }) return true;
        }
        return false;
    }

    private static bool IsCurrency(DateToken token) =>
        token.Length == 1 && char.GetUnicodeCategory(token.Folded[0]) == System.Globalization.UnicodeCategory.CurrencySymbol;

    /// <summary>Nothing else in its segment, or in its brackets.</summary>
    private bool StandsAlone(int first, int next) =>
        (tokens[first].Before == TokenGap.Wide || tokens[first - 1].Folded is "(" or "[" or "|" or "," or "•" or "·")
        && (next >= tokens.Count || tokens[next].Before == TokenGap.Wide || tokens[next].Folded is ")" or "]" or "|" or "," or ":" or "•" or "·");
}
