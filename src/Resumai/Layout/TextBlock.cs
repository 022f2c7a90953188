using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Where on the page a block stands; sections are read from <see cref="Body"/> and <see cref="Sidebar"/>.</summary>
public enum BlockRole
{
    /// <summary>The main column.</summary>
    Body,
    /// <summary>A narrower column beside it.</summary>
    Sidebar,
    /// <summary>Full width above columns: usually name and contact.</summary>
    Banner,
    /// <summary>A page header or footer, repeated or set apart; contact is read from it, sections are not.</summary>
    Header, Footer,
}

/// <summary>Lines that belong together: a column's run, a cell, a text box. In reading order.</summary>
public sealed record TextBlock(BlockRole Role, int Page, int Column, IReadOnlyList<TextLine> Lines)
{
    public Box Box => Lines.Aggregate(Box.None, (box, line) => box.Union(line.Box));
}

/// <summary>The document in the order a person reads it.</summary>
public sealed record ArrangedDocument(IReadOnlyList<TextBlock> Blocks, SourceDocument Source)
{
    public IEnumerable<TextLine> Lines => Blocks.SelectMany(b => b.Lines);
}
