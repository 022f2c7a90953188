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
        var (language, kind) = ("", "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var terms = Cell(line, Cell(line, 0, ref language), ref kind);
            yield return new TermRow(language, kind, Terms(line, terms));
        }
    }

    /// <summary>The terms of the cell that begins there.</summary>
    public static string[] Terms(string line, int start)
    {
        var rest = line.AsSpan(start);
        var end = rest.IndexOf('\t');
        var cell = end < 0 ? rest : rest[..end];
        var (terms, count) = (new string[cell.Count(';') + 1], 0);
        while (true)
        {
            var next = cell.IndexOf(';');
            var term = (next < 0 ? cell : cell[..next]).Trim();
            if (!term.IsEmpty) terms[count++] = term.ToString();
            if (next < 0) break;
            cell = cell[(next + 1)..];
        }
        return count == terms.Length ? terms : terms[..count];
    }

    /// <summary>Reads the cell that begins there, and tells where the next does. Neighbouring rows share the string of an equal cell.</summary>
    public static int Cell(string line, int start, ref string cell)
    {
        var end = line.IndexOf('\t', start);
        var text = line.AsSpan(start, end - start);
        if (!text.SequenceEqual(cell)) cell = text.ToString();
        return end + 1;
    }
}
