using System.Buffers.Binary;

namespace Resumai.Reading.Image;

/// <summary>Counts the pages of a TIFF by its chain of directories (TIFF 6.0, section 2), without looking into them.</summary>
internal static class TiffFrames
{
    private const int HeaderBytes = 8, EntryBytes = 12;

    /// <summary>At least 1, at most <paramref name="most"/>: a chain that runs in a circle has an end too.</summary>
    public static int Count(ReadOnlySpan<byte> file, int most)
    {
        if (file.Length < HeaderBytes) return 1;
        var little = file[0] == 'I';
        var count = 0;
        for (var at = Long(file[4..], little); count < most && at >= HeaderBytes && at <= file.Length - 2; count++)
        {
            var next = at + 2 + Short(file[(int)at..], little) * (long)EntryBytes;
            at = next <= file.Length - 4 ? Long(file[(int)next..], little) : 0;
        }
        return Math.Max(1, count);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static long Long(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
