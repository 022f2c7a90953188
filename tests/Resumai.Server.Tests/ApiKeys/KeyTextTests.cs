using CsCheck;
using Resumai.Server.ApiKeys;

namespace Resumai.Server.Tests.ApiKeys;

public class KeyTextTests
{
    [Theory]
    [InlineData("live")]
    [InlineData("test")]
    public void A_key_is_a_prefix_32_random_characters_and_a_checksum(string environment)
    {
        var key = KeyText.Create(environment);

        key.ShouldMatch($"^rsm_{environment}_[0-9A-Za-z]{{38}}$");
        KeyText.IsWellFormed(key).ShouldBeTrue();
        KeyText.Create(environment).ShouldNotBe(key);
    }

    [Fact]
    public void The_checksum_is_crc32_in_base62_padded_to_six()
    {
        // CRC-32 (ISO-HDLC) computed by Python's zlib.crc32 over "rsm_live_" and 32 zeros.
        KeyText.IsWellFormed("rsm_live_" + new string('0', 32) + CheckOf32Zeros).ShouldBeTrue();
    }

    [Fact]
    public void Any_one_mistyped_character_is_seen()
    {
        var key = KeyText.Create("live");
        Gen.Select(Gen.Int[0, key.Length - 1], Gen.Char["0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ _-"]).Sample((at, letter) =>
        {
            var typo = key[..at] + letter + key[(at + 1)..];
            return KeyText.IsWellFormed(typo) == (typo == key);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("rsm_live_")]
    [InlineData("rsm_prod_0000000000000000000000000000000000000000")]
    public void Other_text_is_not_a_key(string text) => KeyText.IsWellFormed(text).ShouldBeFalse();

    private const string CheckOf32Zeros = "0jPMxq";
}
