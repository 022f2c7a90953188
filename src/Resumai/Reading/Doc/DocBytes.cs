using System.Buffers.Binary;

namespace Resumai.Reading.Doc;

/// <summary>Little-endian numbers of a stream; beyond its end everything is 0, as damaged files point anywhere.</summary>
internal readonly record struct DocBytes(ReadOnlyMemory<byte> Bytes)
{
    public int Length => Bytes.Length;

    public byte Byte(long at) => at >= 0 && at < Bytes.Length ? Bytes.Span[(int)at] : (byte)0;
    public int UInt16(long at) => at >= 0 && at + 2 <= Bytes.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes.Span[(int)at..]) : 0;
    public int Int16(long at) => (short)UInt16(at);
    public int Int32(long at) => at >= 0 && at + 4 <= Bytes.Length ? BinaryPrimitives.ReadInt32LittleEndian(Bytes.Span[(int)at..]) : 0;

    /// <summary>As much of the stretch as lies in the stream.</summary>
    public DocBytes Slice(long at, long length)
    {
        if (at < 0 || at >= Bytes.Length || length <= 0) return default;
        return new DocBytes(Bytes.Slice((int)at, (int)Math.Min(length, Bytes.Length - at)));
    }

    public ReadOnlySpan<byte> Span => Bytes.Span;
}
