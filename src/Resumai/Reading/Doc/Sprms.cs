namespace Resumai.Reading.Doc;

/// <summary>A single property modifier ([MS-DOC] 2.2.5.1): what it changes and its operand.</summary>
internal readonly record struct Sprm(int Code, DocBytes Operand)
{
    public int Byte => Operand.Byte(0);
    public int Int16 => Operand.Int16(0);
    public int UInt16 => Operand.UInt16(0);
    public int Int32 => Operand.Int32(0);
}

/// <summary>Takes a list of property modifiers (grpprl) apart.</summary>
internal static class Sprms
{
    private const int DefineTable = 0xD608, ChangeTabs = 0xC615;

    public static IEnumerable<Sprm> Of(DocBytes list)
    {
        long at = 0;
        while (at + 2 <= list.Length)
        {
            var code = list.UInt16(at);
            at += 2;
            var (skip, length) = Operand(code, list, at);
            yield return new Sprm(code, list.Slice(at + skip, length));
            at += skip + length;
        }
    }

    /// <summary>Bytes before the operand and of it, by the size bits of the code (spra).</summary>
    private static (int Skip, int Length) Operand(int code, DocBytes list, long at) => (code >> 13) switch
    {
        0 or 1 => (0, 1),
        2 or 4 or 5 => (0, 2),
        3 => (0, 4),
        7 => (0, 3),
        _ when code == DefineTable => (2, Math.Max(0, list.UInt16(at) - 1)),
        _ when code == ChangeTabs && list.Byte(at) == 255 => (1, TabsLength(list, at + 1)),
        _ => (1, list.Byte(at)),
    };

    /// <summary>Too many tabs for the length byte: so many deleted of 4 bytes, so many added of 3.</summary>
    private static int TabsLength(DocBytes list, long at)
    {
        var deleted = list.Byte(at);
        return 1 + (deleted * 4) + 1 + (list.Byte(at + 1 + (deleted * 4)) * 3);
    }
}
