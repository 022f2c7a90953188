using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.ClippingPaths;
using UglyToad.PdfPig.Graphics.Operations.General;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathConstruction;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.SpecialGraphicsState;
using UglyToad.PdfPig.Graphics.Operations.TextObjects;
using UglyToad.PdfPig.Graphics.Operations.TextPositioning;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Splits content as programs write it into operators, at a fraction of the cost of PdfPig's scanner. It gives up at the first
/// thing that is rare or damaged (inline images, comments, rubbish): then PdfPig's scanner reads the content from its start.
/// </summary>
internal static class PlainContent
{
    /// <summary>No operator of plain content has more; arrays count as one.</summary>
    private const int MostOperands = 64;
    /// <summary>Bytes of an operator with its operands, in the mean, and the operators of most pages.</summary>
    private const int UsualLength = 16, UsualCount = 8192;

    /// <summary>The operators in their order; null where the content is not plain.</summary>
    public static List<IGraphicsStateOperation>? Read(ReadOnlySpan<byte> bytes)
    {
        var content = new PlainTokens(bytes);
        var operands = new List<IToken>();
        var operations = new List<IGraphicsStateOperation>(Math.Min(bytes.Length / UsualLength, UsualCount));
        while (content.SkipSpace())
        {
            if (content.BeginsOperator)
            {
                var name = content.Word();
                if (content.IsStrange || name.Length > 3) return null;
                // What follows is no longer syntax.
                if (name is [(byte)'B', (byte)'I'] or [(byte)'I', (byte)'D'] or [(byte)'E', (byte)'I']) return null;
                if ((Usual(name, operands) ?? ContentParser.Operation(PlainTokens.Operator(name), operands)) is { } operation) operations.Add(operation);
                operands.Clear();
            }
            else if (operands.Count < MostOperands && content.Token() is { } operand)
            {
                operands.Add(operand);
            }
            else
            {
                return null;
            }
        }
        return operations;
    }

    /// <summary>The operators that nearly all of a page is made of, where they have the operands they should; null for others.</summary>
    private static IGraphicsStateOperation? Usual(ReadOnlySpan<byte> name, List<IToken> operands)
    {
        var key = 0;
        foreach (var letter in name) key = (key << 8) | letter;
        return key switch
        {
            'q' => Push.Value,
            'Q' => Pop.Value,
            'B' << 8 | 'T' => BeginText.Value,
            'E' << 8 | 'T' => EndText.Value,
            ('E' << 16) | ('M' << 8) | 'C' => EndMarkedContent.Value,
            'n' => EndPath.Value,
            'f' => FillPathNonZeroWinding.Value,
            'S' => StrokePath.Value,
            'h' => CloseSubpath.Value,
            'W' => ModifyClippingByNonZeroWindingIntersect.Value,
            'T' << 8 | 'j' when operands is [StringToken text] => new ShowText(text.GetBytes()),
            'T' << 8 | 'J' when operands is [ArrayToken row] => new ShowTextsWithPositioning(row.Data),
            '\'' when operands is [StringToken text] => new MoveToNextLineShowText(text.GetBytes()),
            '"' when operands is [NumericToken words, NumericToken letters, StringToken text] => new MoveToNextLineShowTextWithSpacing(words.Data, letters.Data, text.GetBytes()),
            'T' << 8 | 'f' when operands is [NameToken font, NumericToken size] => new SetFontAndSize(font, size.Data),
            'T' << 8 | 'd' when Numbers(operands, 2) is [var x, var y] => new MoveToNextLineWithOffset(x, y),
            'T' << 8 | 'm' when Numbers(operands, 6) is { } matrix => new SetTextMatrix(matrix),
            'c' << 8 | 'm' when Numbers(operands, 6) is { } matrix => new ModifyCurrentTransformationMatrix(matrix),
            'r' << 8 | 'e' when Numbers(operands, 4) is [var x, var y, var width, var height] => new AppendRectangle(x, y, width, height),
            'm' when Numbers(operands, 2) is [var x, var y] => new BeginNewSubpath(x, y),
            'l' when Numbers(operands, 2) is [var x, var y] => new AppendStraightLineSegment(x, y),
            'c' when Numbers(operands, 6) is [var ax, var ay, var bx, var by, var cx, var cy] => new AppendDualControlPointBezierCurve(ax, ay, bx, by, cx, cy),
            _ => null,
        };
    }

    private static double[]? Numbers(List<IToken> operands, int count)
    {
        if (operands.Count != count) return null;
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (operands[i] is not NumericToken number) return null;
            numbers[i] = number.Data;
        }
        return numbers;
    }
}
