namespace Resumai.Reading;

/// <summary>A run of text without a space, with its place.</summary>
/// <param name="Box">Place on the page; <see cref="Reading.Box.None"/> in formats without pages.</param>
/// <param name="Confidence">0–1: that of its least certain glyph.</param>
public sealed record Word(string Text, Box Box, Font Font, float Confidence = 1);
