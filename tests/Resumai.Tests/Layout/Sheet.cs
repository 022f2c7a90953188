using Resumai.Layout;
using Resumai.Master;
using Resumai.Reading;

namespace Resumai.Tests.Layout;

/// <summary>A made-up page: text set at places, each letter half a font size wide, without space glyphs unless asked for.</summary>
internal sealed class Sheet(double width = 600, double height = 800)
{
    private readonly List<Glyph> _glyphs = [];
    private readonly List<Link> _links = [];
    private readonly List<Box> _marks = [], _panels = [];

    public static Sheet New => new();

    /// <summary>Sets text from the left at a base line; spaces are gaps of a quarter font size, letters may be spaced out.</summary>
    public Sheet Text(double left, double baseline, string text, double size = 10, bool bold = false, double spacing = 0, bool spaceGlyphs = false)
    {
        var font = new Font("Test", size, bold, false, 0);
        foreach (var c in text)
        {
            var advance = size * (c == ' ' ? 0.25 : 0.5);
            if (c != ' ' || spaceGlyphs)
            {
                _glyphs.Add(new Glyph(c.ToString(), new Box(left, baseline - 0.77 * size, left + advance, baseline + 0.23 * size), baseline, font, 0));
            }
            left += advance + spacing;
        }
        return this;
    }

    /// <summary>Sets text so that it ends at a place on the right.</summary>
    public Sheet RightText(double right, double baseline, string text, double size = 10, bool bold = false) =>
        Text(right - text.Sum(c => size * (c == ' ' ? 0.25 : 0.5)), baseline, text, size, bold);

    /// <summary>Sets lines under one another, 1.2 font sizes apart.</summary>
    public Sheet Lines(double left, double baseline, params ReadOnlySpan<string> lines)
    {
        for (var i = 0; i < lines.Length; i++) Text(left, baseline + 12 * i, lines[i]);
        return this;
    }

    public Sheet Glyph(Glyph glyph)
    {
        _glyphs.Add(glyph);
        return this;
    }

    public Sheet Link(string url, Box box)
    {
        _links.Add(new Link(url, box));
        return this;
    }

    /// <summary>Paints a disc of twelve points.</summary>
    public Sheet Mark(double left, double top)
    {
        _marks.Add(new Box(left, top, left + 12, top + 12));
        return this;
    }

    /// <summary>Paints or frames an area.</summary>
    public Sheet Panel(double left, double top, double right, double bottom)
    {
        _panels.Add(new Box(left, top, right, bottom));
        return this;
    }

    /// <summary>The glyphs in an order that says nothing.</summary>
    public Page Page(int number = 1) => new()
    {
        Number = number, Width = width, Height = height, Links = _links, Marks = _marks, Panels = _panels, Glyphs = [.. _glyphs.OrderBy(g => (g.Box.Left * 7919 + g.Box.Top * 104729) % 1000)],
    };

    public ArrangedDocument Arrange() => Arrange(this);

    public static ArrangedDocument Arrange(params ReadOnlySpan<Sheet> sheets)
    {
        var pages = new List<Page>();
        foreach (var sheet in sheets) pages.Add(sheet.Page(pages.Count + 1));
        return PageArranger.Arrange(new SourceDocument { Format = Resumai.Reading.DocumentFormat.Pdf, Pages = pages, PageCount = pages.Count, Warnings = (Warning[])[] });
    }

    public string[] Texts() => Texts(Arrange());

    public static string[] Texts(ArrangedDocument document) => [.. document.Lines.Select(l => l.Text)];
}
