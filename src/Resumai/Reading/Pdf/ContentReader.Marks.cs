using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Marked content: layers switched off and replacement text.</summary>
internal sealed partial class ContentReader
{
    private static readonly NameToken Layer = NameToken.Create("OC");
    private static readonly NameToken Replacement = NameToken.Create("ActualText");

    private readonly List<(bool Off, bool Replaced)> _marks = [];
    private readonly LayerNames _layers = new();
    private int _offDepth;

    /// <summary>The resources that name the layers of the page; forms bring their own.</summary>
    public void UseResources(DictionaryToken page) => _layers.PushForm(page);

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var off = _context.Layers is { } layers && name.Equals(Layer) && propertyDictionaryName is { } layer && layers.IsOff(_layers.Find(layer, PdfScanner));
        if (off) _offDepth++;
        properties ??= propertyDictionaryName is { } known && !name.Equals(Layer) ? ResourceStore.GetMarkedContentPropertiesDictionary(known) : null;
        var replaced = properties is not null && properties.TryGet(Replacement, out var token) && TextOf(token) is { } text && _actualTexts.Begin(text, _glyphs.Count);
        _marks.Add((off, replaced));
    }

    public override void EndMarkedContent()
    {
        if (_marks.Count == 0) return;
        var (off, replaced) = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        if (off && _offDepth > 0) _offDepth--;
        if (replaced) _actualTexts.End(_glyphs);
    }

    private string? TextOf(IToken token) =>
        DirectObjectFinder.TryGet(token, PdfScanner, out StringToken? text) ? text.Data
        : DirectObjectFinder.TryGet(token, PdfScanner, out HexToken? hex) ? Decode(hex.Bytes) : null;

    /// <summary>Text strings are UTF-16 with a byte order mark, else bytes (ISO 32000-1, 7.9.2.2).</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode.GetString(bytes[2..]) : System.Text.Encoding.Latin1.GetString(bytes);
}
