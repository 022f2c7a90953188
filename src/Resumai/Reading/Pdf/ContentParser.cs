using System.Buffers;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.InlineImages;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Splits a content stream into operators: plain content itself, the rest with PdfPig's scanner. PdfPig's own parser looks back
/// over all operators at each one it does not know, which takes minutes on a stream of rubbish; here rubbish is passed over.
/// </summary>
internal sealed class ContentParser : IPageContentParser
{
    private const int DeepestNesting = 64;
    /// <summary>No operator has more; a run of numbers without one is rubbish.</summary>
    private const int MostOperands = 20_000;

    public IReadOnlyList<IGraphicsStateOperation> Parse(int pageNumber, IInputBytes inputBytes, ILog log)
    {
        var length = (int)inputBytes.Length;
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (inputBytes.Read(bytes.AsSpan(0, length)) == length && PlainContent.Read(bytes.AsSpan(0, length)) is { } plain) return plain;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        inputBytes.Seek(0);
        var scanner = new CoreTokenScanner(inputBytes, usePdfDocEncoding: false, new StackDepthGuard(DeepestNesting), useLenientParsing: true);
        var operands = new List<IToken>();
        var operations = new List<IGraphicsStateOperation>();
        while (scanner.MoveNext())
        {
            switch (scanner.CurrentToken)
            {
                case InlineImageDataToken image:
                    operations.Add(new BeginInlineImageData(Properties(operands)));
                    operations.Add(new EndInlineImage(image.Data));
                    operands.Clear();
                    break;
                case OperatorToken { Data: "EI" }:
                    operands.Clear();
                    break;
                case OperatorToken name:
                    if (Operation(name, operands) is { } operation) operations.Add(operation);
                    operands.Clear();
                    break;
                case CommentToken:
                    break;
                case { } operand:
                    if (operands.Count < MostOperands) operands.Add(operand);
                    break;
            }
        }
        return operations;
    }

    internal static IGraphicsStateOperation? Operation(OperatorToken name, List<IToken> operands)
    {
        try
        {
            return ReflectionGraphicsStateOperationFactory.Instance.Create(name, operands);
        }
        // An operator with operands it cannot have draws nothing; the rest of the page does.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static Dictionary<NameToken, IToken> Properties(List<IToken> operands)
    {
        var properties = new Dictionary<NameToken, IToken>();
        for (var i = 0; i + 1 < operands.Count; i++)
        {
            if (operands[i] is NameToken key) properties[key] = operands[++i];
        }
        return properties;
    }
}
