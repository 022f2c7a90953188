namespace Resumai.Tests.Reading.Mutations;

/// <summary>Damage that knows nothing of the format: what bad disks, cut downloads and fuzzers make.</summary>
internal static class ByteMutations
{
    public static IReadOnlyList<IMutation> All { get; } = [new Flips(), new Cut(), new Removal(), new Swap(), new Repetition(), new Garbage()];

    private static int Block(byte[] file, Random random) => random.Next(1, Math.Clamp(file.Length / 4, 2, 8192));

    private sealed class Flips : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var copy = (byte[])file.Clone();
            for (var n = random.Next(1, 40); n > 0; n--) copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            return copy;
        }
    }

    private sealed class Cut : IMutation
    {
        public byte[] Damage(byte[] file, Random random) => file[..random.Next(1, file.Length)];
    }

    private sealed class Removal : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var at = random.Next(file.Length);
            return [.. file[..at], .. file[Math.Min(file.Length, at + Block(file, random))..]];
        }
    }

    private sealed class Swap : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var copy = (byte[])file.Clone();
            var length = Block(file, random);
            var (a, b) = (random.Next(Math.Max(1, file.Length - length)), random.Next(Math.Max(1, file.Length - length)));
            length = Math.Min(length, file.Length - Math.Max(a, b));
            file.AsSpan(a, length).CopyTo(copy.AsSpan(b));
            file.AsSpan(b, length).CopyTo(copy.AsSpan(a));
            return copy;
        }
    }

    private sealed class Repetition : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var at = random.Next(file.Length);
            var block = file[at..Math.Min(file.Length, at + Block(file, random))];
            return [.. file[..at], .. Enumerable.Repeat(block, random.Next(2, 40)).SelectMany(b => b), .. file[at..]];
        }
    }

    private sealed class Garbage : IMutation
    {
        public byte[] Damage(byte[] file, Random random)
        {
            var copy = (byte[])file.Clone();
            var at = random.Next(file.Length);
            random.NextBytes(copy.AsSpan(at, Math.Min(file.Length - at, Block(file, random))));
            return copy;
        }
    }
}
