using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The frame a paragraph stands in (17.3.1.11).</summary>
internal static class Frames
{
    public static Frame? Of(W.Paragraph paragraph, StyleSheet styles)
    {
        if (styles.ParagraphProperty<W.FrameProperties>(paragraph) is not { } frame) return null;
        var drop = frame.DropCap?.Value is { } kind && kind != W.DropCapLocationValues.None;
        return new Frame(Twips.Points(frame.X?.Value) ?? 0, Twips.Points(frame.Y?.Value) ?? 0, Twips.Points(frame.Width?.Value) ?? 0,
            frame.Wrap?.Value == W.TextWrappingValues.NotBeside, drop);
    }
}
