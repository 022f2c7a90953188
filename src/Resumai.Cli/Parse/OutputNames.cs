namespace Resumai.Cli.Parse;

/// <summary>
/// Names of the files that <c>parse --out</c> writes: the input's name without its extension; inputs that would share a name
/// keep their extension (<c>cv.pdf.json</c>), and a number where that is not enough (<c>cv.pdf.2.json</c>).
/// </summary>
internal static class OutputNames
{
    /// <param name="extension">With its dot.</param>
    /// <returns>One name an input, in order; <c>Shared</c> when the plain name was another's too.</returns>
    public static IReadOnlyList<(string Name, bool Shared)> Assign(IReadOnlyList<string> inputs, string extension)
    {
        string[] stems = [.. inputs.Select(Stem)];
        var count = stems.CountBy(s => s).ToDictionary();
        // Names that nobody shares are given first, so that no invented one takes them.
        var taken = stems.Where(s => count[s] == 1).Select(s => s + extension).ToHashSet();
        return [.. inputs.Zip(stems, (input, stem) => count[stem] == 1 ? (stem + extension, false) : (Free(Path.GetFileName(input)), true))];

        string Free(string name)
        {
            for (var number = 1; ; number++)
            {
                var candidate = number == 1 ? name + extension : $"{name}.{number}{extension}";
                if (taken.Add(candidate)) return candidate;
            }
        }
    }

    private static string Stem(string input) => Path.GetFileNameWithoutExtension(input) is { Length: > 0 } stem ? stem : Path.GetFileName(input);
}
