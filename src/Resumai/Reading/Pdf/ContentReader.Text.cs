using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Text shown. PdfPig asks the font for the text and the outline of every glyph it shows; of both only what is not known yet is
/// asked for here, and the outline never.
/// </summary>
internal sealed partial class ContentReader : IOperationContext
{
    void IOperationContext.ShowText(IInputBytes bytes)
    {
        if (CurrentFont() is not { } font) return;
        if (font.IsVertical) ShowText(bytes);
        else Show(font, bytes);
    }

    public override void ShowPositionedText(IReadOnlyList<IToken> tokens)
    {
        var state = GetCurrentState().FontState;
        if (ResourceStore.GetFont(state.FontName) is not { } font) return;
        if (font.IsVertical)
        {
            base.ShowPositionedText(tokens);
            return;
        }
        var (size, scaling) = (state.FontSize, state.HorizontalScaling / 100.0);
        foreach (var token in tokens)
        {
            if (token is NumericToken number)
            {
                TextMatrices.TextMatrix = TextMatrices.TextMatrix.Translate((0.0 - number.Data) / 1000.0 * size * scaling, 0);
                continue;
            }
            var bytes = token is HexToken hex ? hex.Memory : ((StringToken)token).GetBytes();
            if (CurrentFont() is { } shown) Show(shown, new MemoryInputBytes(bytes));
        }
    }

    private IFont? CurrentFont()
    {
        var state = GetCurrentState().FontState;
        return state.FromExtendedGraphicsState ? ActiveExtendedGraphicsStateFont : ResourceStore.GetFont(state.FontName);
    }

    private void Show(IFont font, IInputBytes bytes)
    {
        var state = GetCurrentState();
        var text = state.FontState;
        var (size, scaling) = (text.FontSize, text.HorizontalScaling / 100.0);
        var transformation = state.CurrentTransformationMatrix;
        var rendering = TransformationMatrix.FromValues(size * scaling, 0.0, 0.0, size, 0.0, text.Rise);
        while (bytes.MoveNext())
        {
            var code = font.ReadCharacterCode(bytes, out var length);
            var glyph = _context.Fonts.Glyph(font, code, PdfScanner);
            var matrix = TextMatrices.TextMatrix;
            Draw(font, state, size, glyph, rendering, matrix, transformation);
            var wordSpace = code == ' ' && length == 1 ? text.WordSpacing : 0;
            TextMatrices.TextMatrix = matrix.Translate(((glyph.Width * size) + text.CharacterSpacing + wordSpace) * scaling, 0);
        }
    }
}
