using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>What the names of layers in content stand for: the innermost form or page whose resources know the name decides.</summary>
internal sealed class LayerNames
{
    private const int MostParents = 32;
    private static readonly NameToken Properties = NameToken.Create("Properties");
    private readonly Stack<DictionaryToken> _holders = new();

    public void PushForm(DictionaryToken holder) => _holders.Push(holder);

    public void PopForm() => _holders.Pop();

    /// <summary>The reference to a layer, as the resources have it; null when no resources name it.</summary>
    public IToken? Find(NameToken name, IPdfTokenScanner scanner)
    {
        foreach (var holder in _holders)
        {
            // Pages inherit resources from their parents.
            var dictionary = holder;
            for (var i = 0; i < MostParents; i++)
            {
                if (dictionary.TryGet(NameToken.Resources, scanner, out DictionaryToken? resources)
                    && resources.TryGet(Properties, scanner, out DictionaryToken? properties) && properties.TryGet(name, out var layer)) return layer;
                if (!dictionary.TryGet(NameToken.Parent, out var parent) || !DirectObjectFinder.TryGet(parent, scanner, out DictionaryToken? above)) break;
                dictionary = above;
            }
        }
        return null;
    }
}
