namespace Resumai.Reading;

/// <summary>A run of text without a space, with its place.</summary>
/// <param name="Box">Place on the page; <see cref="Reading.Box.None"/> in formats without pages.</param>
public sealed record Word(string Text, Box Box, Font Font);
