namespace Resumai.Knowledge;

/// <summary>A row of a lexicon: a language ("*" for any), a kind, and the words or phrases listed for them.</summary>
internal sealed record TermRow(string Language, string Kind, IReadOnlyList<string> Terms);

/// <summary>Reads the lexicons that have three columns: language, kind, terms separated by semicolons. Comment lines begin with '#'.</summary>
internal static class TermFile
{
    public static IEnumerable<TermRow> Read(string name)
    {
        using var stream = typeof(TermFile).Assembly.GetManifestResourceStream("Knowledge/" + name)
            ?? throw new InvalidOperationException($"The lexicon {name} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            yield return new TermRow(cells[0], cells[1], cells[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
