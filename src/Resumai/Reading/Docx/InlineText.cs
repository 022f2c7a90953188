using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Text;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The visible text of one paragraph as runs, and the text boxes anchored in it.</summary>
internal sealed class InlineText(StyleSheet styles, OpenXmlPart part, W.Paragraph paragraph, FieldStack fields, bool shaded)
{
    private const int White = 0xFFFFFF;
    private readonly List<Run> _runs = [];
    private readonly List<(OpenXmlElement Content, bool Inline)> _boxes = [];

    public IReadOnlyList<Run> Runs => _runs;
    /// <summary>Content of each text box, and whether it stands in the line rather than floating beside it.</summary>
    public IReadOnlyList<(OpenXmlElement Content, bool Inline)> Boxes => _boxes;

    /// <summary>Characters formatted as hidden, or white on white.</summary>
    public int Hidden { get; private set; }

    public InlineText Read()
    {
        Children(paragraph, null);
        return this;
    }

    private void Children(OpenXmlElement parent, string? url)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case W.Run run: Run(run, run.RunProperties, url); break;
                case W.Hyperlink link: Children(link, Url(link) ?? url); break;
                case W.SimpleField field: Children(field, FieldStack.UrlOf(field.Instruction?.Value) ?? url); break;
                case W.DeletedRun or W.MoveFromRun or W.ParagraphProperties or W.SdtProperties: break;
                case AlternateContent alternatives when Markup.Chosen(alternatives) is { } chosen: Children(chosen, url); break;
                case M.Text formula: Add(formula.Text, null, url); break;
                default: Children(child, url); break;
            }
        }
    }

    private void Run(OpenXmlElement run, W.RunProperties? properties, string? url)
    {
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case W.FieldChar mark: fields.Mark(mark.FieldCharType?.Value); break;
                case W.FieldCode code: fields.Instruct(code.Text); break;
                case W.Text text: Add(text.Text, properties, url); break;
                case W.TabChar or W.PositionalTab: Add("\t", properties, url); break;
                case W.Break or W.CarriageReturn: Add("\n", properties, url); break;
                case W.NoBreakHyphen: Add("-", properties, url); break;
                case W.SymbolChar symbol: Add(Symbol(symbol), properties, url); break;
                case AlternateContent alternatives when Markup.Chosen(alternatives) is { } chosen: Run(chosen, properties, url); break;
                case W.Drawing or W.Picture or W.EmbeddedObject: _boxes.AddRange(Markup.TextBoxes(child).Select(b => (b, Markup.IsInline(child)))); break;
            }
        }
    }

    private void Add(string text, W.RunProperties? properties, string? url)
    {
        if (text.Length == 0 || fields.InInstruction) return;
        var font = styles.Font(properties, paragraph);
        if (StyleSheet.IsOn(styles.RunProperty<W.Vanish>(properties, paragraph)) || (font.Color == White && !shaded && properties?.Shading is null))
        {
            Hidden += text.Count(c => !char.IsWhiteSpace(c));
            return;
        }
        text = Clean(text, font.Name);
        url ??= fields.Url;
        if (_runs.Count > 0 && _runs[^1] is var last && last.Font == font && last.Url == url) _runs[^1] = last with { Text = last.Text + text };
        else _runs.Add(new Run(text, font, url));
    }

    /// <summary>The same cleaning as glyphs of a PDF get, but for tabs and breaks.</summary>
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

    private static string Symbol(W.SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and <= 0xFFFF && !char.IsSurrogate((char)code)
            ? ((char)code).ToString() : "";

    private string? Url(W.Hyperlink link) =>
        link.Id?.Value is { } id ? part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString : null;
}
