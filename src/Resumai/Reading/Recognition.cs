using Resumai.Master;

namespace Resumai.Reading;

/// <summary>Has a recogniser read what a document shows and its text layer does not say.</summary>
internal static class Recognition
{
    public static ReadResult Complete(ReadResult read, ReadOnlyMemory<byte> bytes, ITextRecognizer recognizer, ReadLimits limits)
    {
        if (read.Document is not { } document || document.Pages.All(p => p.Unread.Count == 0)) return read;
        var recognized = recognizer.Recognize(bytes, document, limits);
        if (recognized.Document is not null || !HasText(document)) return recognized;
        return document with { Warnings = [.. document.Warnings, .. Unread(document, recognized.Error!)] };
    }

    private static bool HasText(SourceDocument document) => document.Pages.Any(p => p.Paragraphs.Count > 0 || p.Glyphs.Any(g => g.Text != " "));

    /// <summary>Only pages that are nothing but a picture are a loss to speak of; most pictures on others are portraits.</summary>
    private static IEnumerable<Warning> Unread(SourceDocument document, ParseError error) =>
        from page in document.Pages
        where page.Unread.Count > 0 && page.Glyphs.Count == 0
        select new Warning("truncated", $"The page is a picture whose text was not read ({error.Code}).", page.Number);
}
