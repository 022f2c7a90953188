using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Which layers (optional content groups) a viewer shows when it opens the document: the default configuration (ISO 32000-1, 8.11).</summary>
internal sealed class OptionalContent
{
    private const int DeepestExpression = 16;
    private readonly HashSet<IndirectReference> _off = [];
    private readonly IPdfTokenScanner _scanner;

    private OptionalContent(IPdfTokenScanner scanner) => _scanner = scanner;

    /// <summary>Null where the document has no layers, or none that is off.</summary>
    public static OptionalContent? Of(DictionaryToken catalog, IPdfTokenScanner scanner)
    {
        if (!catalog.TryGet(NameToken.Create("OCProperties"), scanner, out DictionaryToken? properties)) return null;
        var layers = new OptionalContent(scanner);
        var all = layers.Groups(properties, "OCGs");
        if (properties.TryGet(NameToken.D, scanner, out DictionaryToken? configuration))
        {
            if (configuration.TryGet(NameToken.Create("BaseState"), scanner, out NameToken? state) && state.Data == "OFF") layers._off.UnionWith(all);
            layers._off.ExceptWith(layers.Groups(configuration, "ON"));
            layers._off.UnionWith(layers.Groups(configuration, "OFF"));
            layers.Apply(configuration);
        }
        return layers._off.Count == 0 ? null : layers;
    }

    /// <summary>Groups whose usage says when they are shown: on screen is what counts here.</summary>
    private void Apply(DictionaryToken configuration)
    {
        if (!configuration.TryGet(NameToken.Create("AS"), _scanner, out ArrayToken? usages)) return;
        foreach (var token in usages.Data)
        {
            if (!DirectObjectFinder.TryGet(token, _scanner, out DictionaryToken? usage) || !usage.TryGet(NameToken.Create("Event"), _scanner, out NameToken? when) || when.Data != "View") continue;
            foreach (var group in Groups(usage, "OCGs"))
            {
                if (!DirectObjectFinder.TryGet(new IndirectReferenceToken(group), _scanner, out DictionaryToken? layer) || !layer.TryGet(NameToken.Create("Usage"), _scanner, out DictionaryToken? uses)
                    || !uses.TryGet(NameToken.Create("View"), _scanner, out DictionaryToken? view) || !view.TryGet(NameToken.Create("ViewState"), _scanner, out NameToken? shown)) continue;
                if (shown.Data == "OFF") _off.Add(group);
                else _off.Remove(group);
            }
        }
    }

    private List<IndirectReference> Groups(DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), _scanner, out ArrayToken? array) ? [.. array.Data.OfType<IndirectReferenceToken>().Select(r => r.Data)] : [];

    /// <summary>True when a group, or a membership of groups, is not shown.</summary>
    public bool IsOff(IToken? layer)
    {
        if (layer is IndirectReferenceToken reference && _off.Contains(reference.Data)) return true;
        if (layer is null || !DirectObjectFinder.TryGet(layer, _scanner, out DictionaryToken? dictionary)) return false;
        if (!dictionary.TryGet(NameToken.Type, _scanner, out NameToken? type) || type.Data != "OCMD") return false;
        if (dictionary.TryGet(NameToken.Create("VE"), _scanner, out ArrayToken? expression)) return !Holds(expression, 0);

        var groups = dictionary.TryGet(NameToken.Create("OCGs"), out var one) && one is IndirectReferenceToken single && !DirectObjectFinder.TryGet(one, _scanner, out ArrayToken? _)
            ? [single.Data] : Groups(dictionary, "OCGs");
        if (groups.Count == 0) return false;
        var policy = dictionary.TryGet(NameToken.Create("P"), _scanner, out NameToken? p) ? p.Data : "AnyOn";
        return policy switch
        {
            "AllOn" => groups.Exists(_off.Contains),
            "AnyOff" => !groups.Exists(_off.Contains),
            "AllOff" => !groups.TrueForAll(_off.Contains),
            _ => groups.TrueForAll(_off.Contains),
        };
    }

    /// <summary>A visibility expression: [/And …], [/Or …], [/Not …] over groups.</summary>
    private bool Holds(ArrayToken expression, int depth)
    {
        if (depth > DeepestExpression || expression.Data is not [NameToken name, ..]) return true;
        var operands = expression.Data.Skip(1).Select(o => o is IndirectReferenceToken group && !DirectObjectFinder.TryGet(o, _scanner, out ArrayToken? _)
            ? !_off.Contains(group.Data) : !DirectObjectFinder.TryGet(o, _scanner, out ArrayToken? inner) || Holds(inner, depth + 1));
        return name.Data switch { "Not" => !operands.FirstOrDefault(), "Or" => operands.Any(o => o), _ => operands.All(o => o) };
    }
}
