using System.Text;
using Resumai.Layout;
using Resumai.Reading;
using Resumai.Text;

namespace Resumai.Bench.PageReading;

/// <summary>A word as both sides are compared: the truth's or ours, in its order.</summary>
/// <param name="Key">Its letters and digits in lower case; small capitals, ligatures and marks at its ends make no difference.</param>
/// <param name="Line">Number of its line.</param>
/// <param name="Block">Number of its block, −1 when unknown.</param>
/// <param name="IsBody">False in page headers and footers.</param>
public sealed record Token(int Order, string Text, string Key, int Page, Box Box, int Line, int Block, bool IsBody)
{
    public static IReadOnlyList<Token> Of(LineTruth truth) => Numbered(
        from line in truth.Lines.Index()
        from word in line.Item.Words.Skip(IsNumbered(line.Item.Words.Select(w => w.Text)) ? 1 : 0)
        select new Token(0, word.Text, KeyOf(word.Text), word.Page, word.Box, line.Index, line.Item.Block ?? -1, line.Item.IsBody));

    public static IReadOnlyList<Token> Of(ArrangedDocument document) => Numbered(
        from block in document.Blocks.Index()
        from line in block.Item.Lines
        from word in line.Words.Skip(IsNumbered(line.Words.Select(w => w.Word.Text)) ? 1 : 0)
        select new Token(0, word.Word.Text, KeyOf(word.Word.Text), line.Page, word.Word.Box, line.Index, block.Index, block.Item.Role is not (BlockRole.Header or BlockRole.Footer)));

    /// <summary>"3." or "3)" before words is a list mark like a bullet: whether it is text is a matter of taste. Before "12." it is a date.</summary>
    private static bool IsNumbered(IEnumerable<string> line) => line.Take(2).ToArray() is [{ Length: 2 or 3 } number, { Length: > 0 } next]
        && number[^1] is ('.' or ')') && number[..^1].All(char.IsAsciiDigit) && !char.IsAsciiDigit(next[0]);

    /// <summary>Marks alone (bullets, stars, icons) are no words on either side.</summary>
    private static IReadOnlyList<Token> Numbered(IEnumerable<Token> tokens) => [.. tokens.Where(t => t.Key.Length > 0).Select((t, i) => t with { Order = i })];

    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in UnicodeText.Compose(UnicodeText.DecomposeCompatibility(text.Replace("ß", "ss").Replace("ẞ", "ss"))).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.ModifierLetter) key.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (rune.Value is '+' or '#' or '@') key.Append((char)rune.Value);
        }
        // Final sigma is a matter of place; fonts for Romanian mix comma and cedilla.
        return key.Replace('ς', 'σ').Replace('ţ', 'ț').Replace('ş', 'ș').ToString() is var result && result.Any(char.IsLetterOrDigit) ? result : "";
    }
}
