using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Lines;

/// <summary>Pieces of ink as high as letters that stand side by side without a wide gap: a line of text, or what looks like one.</summary>
/// <param name="Box">Around the pieces, in pixels of the image.</param>
/// <param name="Letters">Pieces that are as high as letters: there are about as many letters.</param>
internal sealed record InkLine(PixelBox Box, int Letters);
