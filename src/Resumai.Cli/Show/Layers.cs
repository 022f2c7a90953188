using System.CommandLine.Parsing;

namespace Resumai.Cli.Show;

/// <summary>What is drawn over a page.</summary>
[Flags]
internal enum Layers
{
    None = 0,
    /// <summary>A frame round each word.</summary>
    Words = 1,
    /// <summary>A frame round each line, with its number in the reading order.</summary>
    Lines = 2,
    /// <summary>The way the eye goes, from line to line.</summary>
    Order = 4,
    Blocks = 8,
    Columns = 16,
    /// <summary>Lines coloured by the kind of their section.</summary>
    Sections = 32,
    /// <summary>Where each value of the record is printed, with its pointer.</summary>
    Evidence = 64,
}

internal static class LayerNames
{
    public static IReadOnlyList<(Layers Layer, string Name)> All { get; } =
        [.. Enum.GetValues<Layers>().Where(l => l != Layers.None).Select(l => (l, l.ToString().ToLowerInvariant()))];

    public static Layers Parse(ArgumentResult result)
    {
        var layers = Layers.None;
        foreach (var name in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var layer = All.FirstOrDefault(l => l.Name == name).Layer;
            if (layer == Layers.None) result.AddError($"--layers takes {string.Join(", ", All.Select(l => l.Name))} (comma between), not '{name}'.");
            layers |= layer;
        }
        return layers;
    }
}
