using System.Buffers;
using System.Text;
using Resumai.Text;

namespace Resumai.Knowledge;

/// <summary>Tells text that speaks to a program which reads the document ("ignore all previous instructions") from text for people.</summary>
internal static class MachineSpeech
{
    private static readonly Lazy<SearchValues<string>> Cues = new(() => SearchValues.Create(
        [.. TermFile.Read("machine_cues.tsv").SelectMany(r => r.Terms).Select(Squeeze).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal));

    /// <summary>Letters alone are compared: hidden text often has no spaces, or one in each word.</summary>
    public static bool Speaks(string text) => text.Length > 0 && Squeeze(text).AsSpan().ContainsAny(Cues.Value);

    private static string Squeeze(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in UnicodeText.Fold(text))
        {
            if (char.IsLetterOrDigit(c)) letters.Append(c);
        }
        return letters.ToString();
    }
}
