using CsCheck;
using Resumai.Server.Lists;

namespace Resumai.Server.Tests.Lists;

public class CursorTextTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly Gen<Position> Positions = Gen.Select(Gen.OneOf<string?>(Gen.String.AlphaNumeric.Select(s => (string?)s), Gen.Const((string?)null), Gen.Const((string?)"é日本𝄞")), Gen.Guid,
        (key, id) => new Position(key, id));

    [Fact]
    public void A_cursor_is_read_as_it_was_written() => Gen.Select(Positions, Gen.Byte.Array[ListBinding.Length]).Sample((position, binding) =>
    {
        var read = CursorText.Read(CursorText.Write(position, binding, Key), Key);

        read.ShouldNotBeNull();
        read.Value.Position.ShouldBe(position);
        read.Value.Binding.ShouldBe(binding);
    }, iter: 200);

    [Fact]
    public void A_cursor_with_another_character_anywhere_is_not_read() => Gen.Select(Positions, Gen.Int[0, 10_000], Gen.Char["ABCxyz019-_"]).Sample((position, at, character) =>
    {
        var text = CursorText.Write(position, new byte[ListBinding.Length], Key);
        at %= text.Length - 1;
        if (text[at] == character) return;

        CursorText.Read(text[..at] + character + text[(at + 1)..], Key).ShouldBeNull();
    }, iter: 500);

    [Fact]
    public void A_cursor_signed_with_another_key_is_not_read() =>
        CursorText.Read(CursorText.Write(new Position("a", Guid.Empty), new byte[ListBinding.Length], Key), new byte[32]).ShouldBeNull();

    [Fact]
    public void Any_text_is_read_or_refused_but_never_fails() =>
        Gen.String.Sample(text => CursorText.Read(text, Key).ShouldBeNull(), iter: 500);
}
