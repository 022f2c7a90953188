namespace Resumai.Training;

/// <summary>Words of a command line: "--name value value …" and what stands before the first name.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, List<string>> _values = new() { [""] = [] };

    public Arguments(IEnumerable<string> words)
    {
        var name = "";
        foreach (var word in words)
        {
            if (word.StartsWith("--", StringComparison.Ordinal)) _values.TryAdd(name = word[2..], []);
            else _values[name].Add(word);
        }
    }

    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name, []);

    public bool Has(string name) => _values.ContainsKey(name);

    public string? One(string name) => All(name) is [var only, ..] ? only : null;
}
