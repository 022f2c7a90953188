using System.Buffers;
using Resumai.Text;

namespace Resumai.Knowledge;

/// <summary>Tells text that speaks to a program which reads the document ("ignore all previous instructions") from text for people.</summary>
internal static class MachineSpeech
{
    private static readonly Lazy<SearchValues<string>> Cues = new(() => SearchValues.Create(
        [.. TermFile.Read("machine_cues.tsv").SelectMany(r => r.Terms).Select(Squeeze).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal));

    /// <summary>Letters alone are compared: hidden text often has no spaces, or one in each word.</summary>
    public static bool Speaks(string text) => text.Length > 0 && Squeezed(text).ContainsAny(Cues.Value);

    private static string Squeeze(string text) => Squeezed(text).ToString();

    private static ReadOnlySpan<char> Squeezed(string text)
    {
        var folded = UnicodeText.Fold(text);
        var letters = new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c)) letters[length++] = c;
        }
        return letters.AsSpan(0, length);
    }
}
