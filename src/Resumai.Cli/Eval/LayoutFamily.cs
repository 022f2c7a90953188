namespace Resumai.Cli.Eval;

/// <summary>Layouts that ask the same of a parser, by the words of their name.</summary>
internal static class LayoutFamily
{
    private static readonly (string Family, string[] Words)[] Families =
    [
        ("linkedin", ["linkedin"]),
        ("europass", ["europass", "europecv"]),
        ("latex", ["moderncv", "article,"]),
        ("jsonresume", ["jsonresume"]),
        ("graphic/sidebar", ["sidebar", "canva", "infographic", "chips"]),
        ("multi-column", ["two equal", "columns", "column"]),
        ("tabular", ["table", "tabular"]),
        ("timeline", ["timeline"]),
    ];

    public static string Of(string layout)
    {
        var name = layout.ToLowerInvariant();
        foreach (var (family, words) in Families)
        {
            if (words.Any(name.Contains) && !(family == "multi-column" && name.Contains("single column"))) return family;
        }
        return "single column";
    }
}
