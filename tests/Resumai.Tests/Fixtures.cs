namespace Resumai.Tests;

/// <summary>Files kept with the tests, and files made of others.</summary>
internal static class Fixtures
{
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("Fixtures/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Copies with a few bytes changed, cut out or cut off; the same every time.</summary>
    public static IEnumerable<byte[]> Mutations(byte[] bytes, int count)
    {
        var random = new Random(20260101);
        for (var i = 0; i < count; i++)
        {
            var copy = (byte[])bytes.Clone();
            switch (i % 4)
            {
                case 0: yield return copy[..random.Next(1, copy.Length)]; break;
                case 1:
                    var at = random.Next(copy.Length - 1);
                    yield return [.. copy[..at], .. copy[random.Next(at, copy.Length)..]];
                    break;
                default:
                    for (var n = random.Next(1, 12); n > 0; n--) copy[random.Next(copy.Length)] = (byte)random.Next(256);
                    yield return copy;
                    break;
            }
        }
    }
}
