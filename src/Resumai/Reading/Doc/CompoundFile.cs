using System.Buffers.Binary;
using System.Text;

namespace Resumai.Reading.Doc;

/// <summary>
/// The streams of a compound file ([MS-CFB]): sectors chained by tables, small streams packed into one. Chains of damaged files
/// may run in circles or out of the file; they end there.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastRegularSector = 0xFFFFFFFA;
    private const int HeaderLength = 512, EntryLength = 128, HeaderDifat = 109;
    private const byte StreamEntry = 2, RootEntry = 5;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorShift, _smallShift;
    private readonly uint _smallCutoff;
    private readonly List<uint> _table = [];
    private readonly List<uint> _smallTable = [];
    private readonly byte[] _smallStreams = [];
    private readonly Dictionary<string, (uint Start, long Length)> _streams = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _sectorShift = Half(30);
        _smallShift = Half(32);
        if (_sectorShift is not (9 or 12) || _smallShift != 6) throw new InvalidDataException("The sector size is none that the format knows.");
        _smallCutoff = Word(56);

        foreach (var sector in TableSectors()) AddSector(_table, sector);
        foreach (var sector in Chain(Word(60))) AddSector(_smallTable, sector);
        foreach (var (name, kind, start, length) in Entries())
        {
            if (kind == RootEntry) _smallStreams = Join(Chain(start), _sectorShift, length);
            else _streams.TryAdd(name, (start, length));
        }
    }

    private static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static bool Recognizes(ReadOnlySpan<byte> bytes) => bytes.Length >= HeaderLength && bytes.StartsWith(Signature);

    /// <summary>Throws <see cref="InvalidDataException"/> for a header that makes no sense.</summary>
    public static CompoundFile Open(ReadOnlyMemory<byte> bytes) => new(bytes);

    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The stream's bytes, as many as there are of those promised; null when there is no such stream.</summary>
    public byte[]? Stream(string name)
    {
        if (!_streams.TryGetValue(name, out var entry)) return null;
        return entry.Length >= _smallCutoff ? Join(Chain(entry.Start), _sectorShift, entry.Length) : Small(entry.Start, entry.Length);
    }

    /// <summary>Sectors of the allocation table: 109 are listed in the header, the others in sectors of their own.</summary>
    private List<uint> TableSectors()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderDifat; i++) sectors.Add(Word(76 + (i * 4)));
        var next = Word(68);
        for (var seen = 0; next < LastRegularSector && seen < SectorCount; seen++)
        {
            var at = Offset(next);
            if (at + SectorSize > _bytes.Length) break;
            for (var i = 0; i < (SectorSize / 4) - 1; i++) sectors.Add(Word((int)at + (i * 4)));
            next = Word((int)at + SectorSize - 4);
        }
        return [.. sectors.Where(s => s < LastRegularSector).Distinct().Take(SectorCount)];
    }

    private void AddSector(List<uint> table, uint sector)
    {
        var at = Offset(sector);
        for (var i = 0; i < SectorSize && at + i + 4 <= _bytes.Length; i += 4) table.Add(Word((int)at + i));
    }

    private IEnumerable<(string Name, byte Kind, uint Start, long Length)> Entries()
    {
        foreach (var sector in Chain(Word(48)))
        {
            var at = Offset(sector);
            for (var i = 0; i + EntryLength <= SectorSize && at + i + EntryLength <= _bytes.Length; i += EntryLength)
            {
                var entry = _bytes.Slice((int)at + i, EntryLength).Span;
                var kind = entry[66];
                if (kind is not (StreamEntry or RootEntry)) continue;
                var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
                var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
                yield return (Encoding.Unicode.GetString(entry[..nameLength]), kind, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), length);
            }
        }
    }

    private IEnumerable<uint> Chain(uint start)
    {
        var next = start;
        for (var seen = 0; next < LastRegularSector && seen < SectorCount; seen++)
        {
            yield return next;
            next = next < _table.Count ? _table[(int)next] : uint.MaxValue;
        }
    }

    private byte[] Join(IEnumerable<uint> sectors, int shift, long length)
    {
        var result = new byte[Math.Min(length, _bytes.Length)];
        var filled = 0;
        foreach (var sector in sectors)
        {
            var at = Offset(sector);
            var count = (int)Math.Min(1 << shift, result.Length - filled);
            if (count <= 0 || at >= _bytes.Length) break;
            count = (int)Math.Min(count, _bytes.Length - at);
            _bytes.Span.Slice((int)at, count).CopyTo(result.AsSpan(filled));
            filled += count;
        }
        return filled == result.Length ? result : result[..filled];
    }

    private byte[] Small(uint start, long length)
    {
        var result = new byte[Math.Min(length, _smallStreams.Length)];
        var (filled, next) = (0, start);
        while (filled < result.Length && next < LastRegularSector)
        {
            var at = (long)next << _smallShift;
            var count = (int)Math.Min(Math.Min(1 << _smallShift, result.Length - filled), _smallStreams.Length - at);
            if (count <= 0) break;
            _smallStreams.AsSpan((int)at, count).CopyTo(result.AsSpan(filled));
            filled += count;
            next = next < _smallTable.Count ? _smallTable[(int)next] : uint.MaxValue;
        }
        return filled == result.Length ? result : result[..filled];
    }

    private int SectorSize => 1 << _sectorShift;
    private int SectorCount => (_bytes.Length >> _sectorShift) + 1;
    private long Offset(uint sector) => ((long)sector + 1) << _sectorShift;
    private uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[at..]);
    private ushort Half(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.Span[at..]);
}
