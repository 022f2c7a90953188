using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The visible text of one paragraph as runs, and the text boxes anchored in it.</summary>
internal sealed class InlineText(StyleSheet styles, OpenXmlPart part, W.Paragraph paragraph, FieldStack fields, HiddenText hidden, Ground ground)
{
    private readonly VisibleText _text = new(hidden);
    private readonly List<FoundBox> _boxes = [];

    public IReadOnlyList<Run> Runs => _text.Runs;
    public bool IsBlank => _text.IsBlank;
    public IReadOnlyList<FoundBox> Boxes => _boxes;

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
                case W.DeletedRun or W.MoveFromRun: hidden.Add(Removed(child)); break;
                case W.ParagraphProperties or W.SdtProperties or W.RubyContent: break;
                case AlternateContent alternatives when Markup.Chosen(alternatives) is { } chosen: Children(chosen, url); break;
                case M.Text formula: Add(formula.Text, null, url, null); break;
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
                case W.FieldChar mark: Mark(mark.FieldCharType?.Value); break;
                case W.FieldCode code: fields.Instruct(code.Text); break;
                case W.Text text: Add(text.Text, properties, url, null); break;
                case W.TabChar or W.PositionalTab: Add("\t", properties, url, null); break;
                case W.Break or W.CarriageReturn: Add("\n", properties, url, null); break;
                case W.NoBreakHyphen: Add("-", properties, url, null); break;
                case W.SymbolChar symbol: Add(Symbol(symbol), properties, url, symbol.Font?.Value); break;
                case W.Ruby ruby when ruby.GetFirstChild<W.RubyBase>() is { } reading: Children(reading, url); break;
                case AlternateContent alternatives when Markup.Chosen(alternatives) is { } chosen: Run(chosen, properties, url); break;
                case W.Drawing or W.Picture or W.EmbeddedObject: _boxes.AddRange(TextBoxes.Of(child, part)); break;
            }
        }
    }

    private void Mark(W.FieldCharValues? mark)
    {
        if (mark == W.FieldCharValues.Begin) fields.Begin();
        else if (mark == W.FieldCharValues.Separate) fields.Separate();
        else if (mark == W.FieldCharValues.End) fields.End();
    }

    private void Add(string text, W.RunProperties? properties, string? url, string? symbolFont)
    {
        if (text.Length == 0 || fields.InInstruction) return;
        var font = styles.Font(properties, paragraph);
        if (symbolFont is not null) font = font with { Name = symbolFont };
        _text.Add(text, font, ground.Under(Shade(properties)), styles.Toggle<W.Vanish>(properties, paragraph), url ?? fields.Url);
    }

    private Ground? Shade(W.RunProperties? properties) =>
        properties?.Highlight is { } highlight && highlight.Val?.Value != W.HighlightColorValues.None
            ? highlight.Val?.Value == W.HighlightColorValues.White ? Ground.Paper : Ground.Unknown
            : Shades.Of(styles.RunProperty<W.Shading>(properties, paragraph));

    private static string Removed(OpenXmlElement change) =>
        string.Concat(change.Descendants().Select(d => d is W.DeletedText or W.Text ? d.InnerText : ""));

    private static string Symbol(W.SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and <= 0xFFFF && !char.IsSurrogate((char)code)
            ? ((char)code).ToString() : "";

    private string? Url(W.Hyperlink link) =>
        link.Id?.Value is { } id ? part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString : null;
}
