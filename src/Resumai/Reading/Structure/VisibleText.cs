using System.Text;
using Resumai.Text;

namespace Resumai.Reading.Structure;

/// <summary>Gathers the runs of a paragraph: cleaned as glyphs of a PDF are, neighbours of one format joined, what cannot be seen set aside.</summary>
internal sealed class VisibleText(HiddenText hidden)
{
    private readonly List<Run> _runs = [];

    public IReadOnlyList<Run> Runs => _runs;
    public bool IsBlank => _runs.TrueForAll(r => string.IsNullOrWhiteSpace(r.Text));

    /// <summary>Adds text; tabs and '\n' are kept.</summary>
    public void Add(string text, Font font, Ground ground, bool isHidden, string? url)
    {
        if (text.Length == 0) return;
        if (isHidden || !ground.Shows(font))
        {
            hidden.Add(text);
            return;
        }
        text = Clean(text, font.Name);
        if (text.Length == 0) return;
        if (_runs.Count > 0 && _runs[^1] is var last && last.Font == font && last.Url == url) _runs[^1] = last with { Text = last.Text + text };
        else _runs.Add(new Run(text, font, url));
    }

    private static string Clean(string text, string fontName)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n') result.Append((char)rune.Value);
            else if (rune.Value is '\r') result.Append(' ');
            else if (rune.Value is not 0xAD) result.Append(GlyphText.Of(rune.ToString(), fontName));
        }
        return UnicodeText.Compose(result.ToString());
    }
}
