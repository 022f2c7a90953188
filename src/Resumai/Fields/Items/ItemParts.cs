namespace Resumai.Fields.Items;

/// <summary>Cuts the head of an item into its parts.</summary>
internal static class ItemParts
{
    public const string Around = ",;:–—-|·•\t ";

    private static readonly string[] Strong = ["\t", " | ", " · ", " • ", " – ", " — ", " - ", ": "];

    /// <summary>First part and the rest, at the end of a bold beginning, else at the strongest separator, a comma as the last resort.</summary>
    public static (Passage First, Passage Second) Two(SectionItem item, bool atComma)
    {
        var head = item.Head;
        if (item.Bold > 0 && item.Bold < head.Text.Length) return At(head, item.Bold, 0);
        foreach (var separator in Strong)
        {
            var at = head.Text.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && !InBrackets(head.Text, at)) return At(head, at, separator.Length);
        }
        if (!atComma) return (Bare(head), Passage.Empty);
        for (var at = head.Text.IndexOf(", ", StringComparison.Ordinal); at > 0; at = head.Text.IndexOf(", ", at + 1, StringComparison.Ordinal))
        {
            if (!InBrackets(head.Text, at)) return At(head, at, 2);
        }
        return (Bare(head), Passage.Empty);
    }

    /// <summary>The text up to the next separator of any strength: an organisation without the place behind it.</summary>
    public static Passage UpToSeparator(Passage text)
    {
        var end = text.Text.Length;
        foreach (var separator in (ReadOnlySpan<string>)[.. Strong, ", "])
        {
            var at = text.Text.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && at < end && !InBrackets(text.Text, at)) end = at;
        }
        return Bare(text.Slice(0, end));
    }

    public static Passage Bare(Passage text)
    {
        var bare = text.Trim(Around);
        if (bare.Text is ['(', .., ')'] && bare.Text.IndexOf(')') == bare.Text.Length - 1) bare = bare.Slice(1, bare.Text.Length - 2).Trim(Around);
        return bare;
    }

    /// <summary>Running text, not a name or title.</summary>
    public static bool IsSentence(string text) => Words(text) > 14 || (text.EndsWith('.') && Words(text) > 8);

    public static int Words(string text) => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;

    public static bool HasLetters(string text) => text.Count(char.IsLetter) >= 2;

    private static (Passage First, Passage Second) At(Passage text, int at, int length) =>
        (Bare(text.Slice(0, at)), Bare(text.Slice(at + length, text.Text.Length - at - length)));

    private static bool InBrackets(string text, int at) => text.AsSpan(0, at).Count('(') > text.AsSpan(0, at).Count(')');
}
