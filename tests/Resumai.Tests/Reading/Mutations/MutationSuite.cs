namespace Resumai.Tests.Reading.Mutations;

/// <summary>Documents of one format and the ways to damage them; the number of a mutation decides all of it.</summary>
/// <param name="Name">Given to the child process that parses the mutations.</param>
/// <param name="Extension">Of the documents taken from the corpus.</param>
internal sealed record MutationSuite(string Name, string Extension, IReadOnlyList<IMutation> Mutations)
{
    /// <summary>Larger documents only make the run longer.</summary>
    private const int LargestFile = 400_000;

    public static IReadOnlyList<MutationSuite> All { get; } =
    [
        new("pdf", ".pdf", [.. ByteMutations.All, .. PdfMutations.All, .. PdfMutations.All]),
        new("docx", ".docx", [.. ByteMutations.All, .. ZipMutations.All]),
        new("odt", ".odt", [.. ByteMutations.All, .. ZipMutations.All]),
        new("rtf", ".rtf", [.. ByteMutations.All, .. RtfMutations.All]),
        new("doc", ".doc", ByteMutations.All) { Kept = ["everything.doc"] },
    ];

    private readonly Lazy<byte[][]> _files = new(() => [.. CorpusFiles(Extension)]);

    /// <summary>Documents kept with the tests, for formats that the corpus lacks.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public static MutationSuite Named(string name) => All.Single(s => s.Name == name);

    /// <summary>Mutation number <paramref name="index"/>: the same bytes on every machine.</summary>
    public byte[] Mutate(int index)
    {
        var random = new Random(7919 * index + 17);
        var files = Kept.Count > 0 ? [.. Kept.Select(Fixtures.Bytes)] : _files.Value;
        var mutated = Mutations[index % Mutations.Count].Damage(files[random.Next(files.Length)], random);
        // Now and then damage comes in pairs.
        return index % 5 == 0 && mutated.Length > 1 ? ByteMutations.All[random.Next(ByteMutations.All.Count)].Damage(mutated, random) : mutated;
    }

    private static IEnumerable<byte[]> CorpusFiles(string extension) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "corpus", "documents"), "*" + extension).Order(StringComparer.Ordinal)
            .Where(f => new FileInfo(f).Length <= LargestFile).Select(File.ReadAllBytes);
}
