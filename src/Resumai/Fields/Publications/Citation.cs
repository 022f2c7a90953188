using System.Text.RegularExpressions;

namespace Resumai.Fields.Publications;

/// <summary>Tells authors, title and venue of a printed citation apart.</summary>
internal static partial class Citation
{
    public static (Passage Title, Passage Venue) Parts(Passage text)
    {
        if (Number().Match(text.Text) is { Success: true } number) text = text.Slice(number.Length, text.Text.Length - number.Length);
        if (Quoted().Match(text.Text) is { Success: true } quoted)
        {
            var title = text.Slice(quoted.Groups["title"].Index, quoted.Groups["title"].Length).Trim(",.");
            var end = quoted.Index + quoted.Length;
            return (title, FirstOf(text.Slice(end, text.Text.Length - end).Trim(",.;:–—-|·\t ")));
        }
        if (Authored().Match(text.Text) is { Success: true } authors) text = text.Slice(authors.Length, text.Text.Length - authors.Length);
        if (Bracketed().Match(text.Text) is { Success: true } bracket)
        {
            return (text.Slice(0, bracket.Index).Trim(",.;:–—-|·\t "), text.Slice(bracket.Groups["venue"].Index, bracket.Groups["venue"].Length).Trim(",. "));
        }
        var pieces = Pieces(text);
        var first = pieces.Count > 1 && IsAuthors(pieces[0].Text) ? 1 : 0;
        return (pieces[first], pieces.Count > first + 1 ? pieces[first + 1] : Passage.Empty);
    }

    /// <summary>The text cut at tabs, bars, spaced dashes and full stops that end a sentence (not after an initial).</summary>
    private static List<Passage> Pieces(Passage text)
    {
        var pieces = new List<Passage>();
        var start = 0;
        foreach (Match cut in Cuts().Matches(text.Text))
        {
            Add(text.Slice(start, cut.Index - start));
            start = cut.Index + cut.Length;
        }
        Add(text.Slice(start, text.Text.Length - start));
        if (pieces.Count == 0) pieces.Add(text);
        return pieces;

        void Add(Passage piece)
        {
            piece = piece.Trim(",;:–—-|·\t ");
            if (piece.Text.Any(char.IsLetter)) pieces.Add(piece);
        }
    }

    /// <summary>Surnames with initials, "et al.", names joined by commas and "&amp;".</summary>
    private static bool IsAuthors(string text) => Initials().IsMatch(text) || EtAl().IsMatch(text);

    private static Passage FirstOf(Passage text) => text.IsEmpty ? text : Pieces(text)[0];

    [GeneratedRegex("""[“„«"»](?<title>[^“”„«»"]{6,})[”“»"«]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\t|\s[|·•–—-]\s|(?<=[\p{Ll}\p{N}\)?!]{2})[.]\s+(?=[\p{Lu}\p{N}“„«])|(?<=[\p{Lu}\p{N}][.])\s(?=\p{Lu}[\p{Ll}-]+\s\p{Ll})|(?<=[?!])\s+(?=\p{Lu})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cuts();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+,?\s(\p{Lu}\.[\s-]?)+|^(\p{Lu}\.[\s-]?)+\p{Lu}[\p{L}'’-]+(,|\s&|\sand|$)|^\p{Lu}[\p{L}'’-]+\s\p{Lu}{1,3},", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Initials();

    /// <summary>"[1] ", "2. ": the number of a list that no list mark was made of.</summary>
    [GeneratedRegex(@"^\s*(\[\d{1,3}\]|\d{1,3}[\].)])\s+(?=\p{L}|[“„«""])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    /// <summary>"Doe, J., Roe, R.: ": surnames with initials up to a colon. What parts two of them is taken whole, for each could be read in two ways.</summary>
    [GeneratedRegex(@"^(\p{L}[\p{L}'’ -]{0,40},\s(?>(\p{Lu}\.[\s-]?)+)(?>(,|&|;|:|\b(and|und|et|y|i|e)\b|\s)*))+(?<=:\s*)(?=\p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Authored();

    /// <summary>"Title (Venue, 2020)" without its date: the bracket at the end, closed or cut with the date.</summary>
    [GeneratedRegex(@"\s\((?<venue>\p{Lu}[^()]{3,}|\p{L}+\s\p{Lu}[^()]{2,})\)?\s*\.?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\bet\sal\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EtAl();
}
