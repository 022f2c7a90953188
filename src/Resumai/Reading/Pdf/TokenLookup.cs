using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Entries of PDF dictionaries, through their references.</summary>
internal static class TokenLookup
{
    public static bool TryGet<T>(this DictionaryToken dictionary, NameToken key, IPdfTokenScanner scanner, [NotNullWhen(true)] out T? value) where T : class, IToken
    {
        value = null;
        return dictionary.TryGet(key, out var token) && DirectObjectFinder.TryGet(token, scanner, out value);
    }
}
