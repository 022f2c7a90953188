namespace Resumai.Reading;

/// <summary>One printed character (or ligature) of a page that has places but no words: the raw material of the word builder.</summary>
/// <param name="Text">What it says; composed (NFC), ligatures taken apart.</param>
/// <param name="Box">Advance width × font height, in page coordinates.</param>
/// <param name="Baseline">Place of the base line: points from the top, of text turned by 90 or 270 degrees points from the left.</param>
/// <param name="Rotation">Clockwise degrees of the text direction: 0, 90, 180 or 270.</param>
/// <param name="Confidence">0–1: how sure the recogniser is of it; 1 where the document itself says what is printed.</param>
public sealed record Glyph(string Text, Box Box, double Baseline, Font Font, int Rotation, float Confidence = 1);
