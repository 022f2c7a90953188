using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>What the modifiers at the end of a row say about its cells ([MS-DOC] 2.6.3).</summary>
internal static class DocRows
{
    private const int CellLength = 20, ShadeLength = 10;
    private const int MergedLeft = 0x0002, MergedAbove = 0x0020, RestartsAbove = 0x0040;

    public static RowShape Shape(DocBytes modifiers)
    {
        var cells = new List<CellShape>();
        var left = 0;
        foreach (var sprm in Sprms.Of(modifiers))
        {
            switch (sprm.Code)
            {
                case 0xD608: (left, cells) = Define(sprm.Operand); break;
                case 0xD612: Shades(cells, 0, sprm.Operand); break;
                case 0xD616: Shades(cells, 22, sprm.Operand); break;
                case 0xD609: ShortShades(cells, sprm.Operand); break;
                case 0xD62B when sprm.Byte < cells.Count: cells[sprm.Byte] = cells[sprm.Byte] with { ContinuesAbove = sprm.Operand.Byte(1) == 1 }; break;
            }
        }
        return new RowShape(left, cells);
    }

    private static (int Left, List<CellShape> Cells) Define(DocBytes table)
    {
        int count = table.Byte(0);
        var cells = new List<CellShape>(count);
        for (var i = 0; i < count; i++)
        {
            var flags = table.UInt16(1 + ((count + 1) * 2) + (i * CellLength));
            cells.Add(new CellShape(table.Int16(1 + ((i + 1) * 2)), (flags & MergedLeft) != 0, (flags & MergedAbove) != 0 && (flags & RestartsAbove) == 0, null));
        }
        return (table.Int16(1), cells);
    }

    private static void Shades(List<CellShape> cells, int first, DocBytes shades)
    {
        for (var i = 0; first + i < cells.Count && (i + 1) * ShadeLength <= shades.Length; i++)
        {
            cells[first + i] = cells[first + i] with { Shade = DocColors.Shade(shades.Slice(i * ShadeLength, ShadeLength)) };
        }
    }

    private static void ShortShades(List<CellShape> cells, DocBytes shades)
    {
        for (var i = 0; i < cells.Count && (i + 1) * 2 <= shades.Length; i++)
        {
            // The longer form, where it is written too, knows colours outside the palette.
            cells[i] = cells[i] with { Shade = cells[i].Shade ?? DocColors.ShortShade(shades.UInt16(i * 2)) };
        }
    }
}
