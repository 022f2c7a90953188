using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>The usual stream filters, with a bound on what all streams of a document together unpack to.</summary>
internal sealed class BoundedFilters(long mostBytes) : IFilterProvider
{
    /// <summary>Deflate packs zeros about a thousandfold, nothing better (zlib's technical notes).</summary>
    private const int BestRatio = 1032;
    private long _left = mostBytes;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => filters.Count == 0 ? filters : [.. filters.Select(f => new BoundedFilter(f, this))];

    /// <summary>What could unpack past the bound is counted first, without keeping it.</summary>
    private void Check(ReadOnlyMemory<byte> packed)
    {
        if (packed.Length * (long)BestRatio <= _left) return;
        try
        {
            using var inflater = new ZLibStream(new MemoryStream(packed.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[81920];
            for (long unpacked = 0; inflater.Read(buffer) is > 0 and var read;)
            {
                if ((unpacked += read) > _left) throw new TooComplexException();
            }
        }
        catch (InvalidDataException)
        {
            // Damaged data: the filter takes what comes before the damage, which has been counted.
        }
    }

    private void Take(long bytes)
    {
        if ((_left -= bytes) < 0) throw new TooComplexException();
    }

    private sealed class BoundedFilter(IFilter filter, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is FlateFilter) bounds.Check(input);
            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            bounds.Take(output.Length);
            return output;
        }
    }
}
