using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Tells table rows that hold data from those used as columns of the page.</summary>
internal static class TableShape
{
    /// <summary>A cell with this many paragraphs is a column's run of text rather than one value.</summary>
    private const int Long = 4;

    public static bool IsFilled(W.TableCell cell) => Paragraphs(cell) > 0;

    /// <summary>True when at least two cells are long: side by side they are read one after the other, not line by line.</summary>
    public static bool AreColumns(IReadOnlyList<W.TableCell> cells) => cells.Count > 1 && cells.Count(c => Paragraphs(c) >= Long) >= 2;

    private static int Paragraphs(W.TableCell cell) => cell.Descendants<W.Paragraph>().Count(p => p.Descendants<W.Text>().Any(t => !string.IsNullOrWhiteSpace(t.Text)));
}
