using UglyToad.PdfPig;

namespace Resumai.Reading.Pdf;

/// <summary>What all pages of one document share. PdfPig makes the page factory itself and hands it only its options, so they carry it.</summary>
internal sealed class ReadingContext : ParsingOptions
{
    /// <summary>Operators run in a whole document; drawings of maps have some hundred thousand.</summary>
    private const int MostOperations = 5_000_000;
    private int _operations, _glyphs;

    public ReadingContext(ReadLimits limits)
    {
        Limits = limits;
        UseLenientParsing = true;
        SkipMissingFonts = true;
        FilterProvider = new BoundedFilters(limits.UnpackedBytes / 3);
    }

    public ReadLimits Limits { get; }
    public PdfFonts Fonts { get; } = new();
    public OptionalContent? Layers { get; set; }

    public void CountOperations(int count)
    {
        if ((_operations += count) > MostOperations) throw new TooComplexException();
    }

    public void CountGlyph()
    {
        if (++_glyphs > Limits.Characters) throw new TooComplexException();
    }
}
