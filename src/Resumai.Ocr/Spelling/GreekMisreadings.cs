using System.Text.RegularExpressions;

namespace Resumai.Ocr.Spelling;

/// <summary>What the Greek model makes of figures amid figures and of the names of months and spans of time, which can be told within the word.</summary>
internal static partial class GreekMisreadings
{
    public static string Of(string text)
    {
        if (IsNumber().IsMatch(text) && !Ordinal().IsMatch(text)) text = string.Concat(text.Select(Figure));
        text = IotaOfMonth().Replace(text, month => month.Groups["dash"].Value is { Length: > 0 } dash ? dash[..1] + "Ι" : "Ι");
        text = Stroke().Replace(IotaOfName().Replace(text, "Ι"), "");
        return Until().Replace(Years().Replace(text, "έ"), until => until.Value[0] == 'Ε' ? "Έως" : "έως");
    }

    private static char Figure(char c) => c switch
    {
        'Ί' or 'Ι' or 'ί' or 'ϊ' => '1',
        'δ' => '8',
        'ό' => '6',
        'Ο' or 'ο' or 'Ό' => '0',
        _ => c,
    };

    // More figures than letters, and no others than those that look like figures.
    [GeneratedRegex(@"^(?=(?:\D*\d){2}|[ΊΙ]\d$|\d[ΊΙ]$)(?!(?:[\d.,/:–-]*[ΊΙίϊδόΟοΌ]){3})[(+'’]?[\dΊΙίϊδόΟοΌ]+(?:[.,/:–-][\dΊΙίϊδόΟοΌ]+)*[%)€]?[.,;:]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex IsNumber();

    [GeneratedRegex(@"^\d{1,3}[οό]$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Ordinal();

    // "Ιούνιος", "Ιουν": nothing else goes on so; the capital looks like strokes and brackets, or is left out.
    [GeneratedRegex(@"(?:(?<=^|[\d.,(])(?<dash>[-–—]{1,3})|(?<=^|[(/]))[ΙΊίιἱϊ|!\][lI1Τ:]{0,2}(?=(?:ουν|ουλ|αν|ούν|ούλ)(?:[.,;)]|\d|$)|ο[ύυ][νλ][ιί]ο[υςι]|ανου[αά]ρ[ιί]ο[υς])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex IotaOfMonth();

    // A straight stroke before small letters.
    [GeneratedRegex(@"(?<=^\W*)[\]\[|!](?=[αεηοωάέήόώ][\u03AC-\u03CE]{3})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex IotaOfName();

    // Before a capital the stroke is nothing: another word's edge.
    [GeneratedRegex(@"^\|(?=\p{Lu}\p{L}{2})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Stroke();

    // "3ετ.": years behind a number.
    [GeneratedRegex(@"(?<=^\(?\d{0,2})ε(?=τ\.)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?<=^\W*(?:\d{4})?)[εΕ]ως(?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Until();
}
