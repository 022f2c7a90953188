using System.Text;
using Resumai.Reading;

namespace Resumai.Bench.Load;

/// <summary>CVs to upload: the digital PDFs of the corpus, each time with a comment behind its end, so that no two have the same bytes.</summary>
internal sealed class Cvs
{
    private readonly byte[][] _documents;
    private long _given;

    private Cvs(byte[][] documents) => _documents = documents;

    /// <summary>Mean size in bytes.</summary>
    public double MeanBytes => _documents.Average(d => d.Length);

    public int Different => _documents.Length;

    /// <summary>What has to be recognised takes a hundred times as long: it would be all that is measured.</summary>
    public static Cvs Load(string folder)
    {
        var documents = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
            .Where(bytes => DocumentReaders.Read(bytes, new ReadLimits()).Document is { } document && document.Pages.All(p => p is { Glyphs.Count: > 0, Unread.Count: 0 })).ToArray();
        return documents.Length > 0 ? new Cvs(documents) : throw new InvalidOperationException($"{folder} has no digital PDF.");
    }

    public byte[] Next()
    {
        var number = Interlocked.Increment(ref _given);
        return [.. _documents[number % _documents.Length], .. Encoding.ASCII.GetBytes($"\n%{number} of {Environment.ProcessId}\n")];
    }
}
