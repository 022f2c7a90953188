using Resumai.Reading;
using Resumai.Reading.Doc;

namespace Resumai.Tests.Reading;

public class DocReaderTests
{
    [Fact]
    public void An_encrypted_document_says_so()
    {
        var bytes = Fixtures.Bytes("everything.doc");
        bytes[Fib(bytes) + 11] |= 0x01;
        Read(bytes).Error.ShouldBe(ParseError.Encrypted);
    }

    [Fact]
    public void A_document_of_word_95_says_what_to_do()
    {
        var bytes = Fixtures.Bytes("everything.doc");
        (bytes[Fib(bytes)], bytes[Fib(bytes) + 2]) = (0xDC, 0x68);
        Read(bytes).Error.ShouldNotBeNull().Message.ShouldContain("Word 6 or 95");
    }

    [Fact]
    public void Other_compound_files_are_not_taken_for_documents()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]];
        DocumentReaders.Recognize(bytes).ShouldBeNull();
    }

    [Fact]
    public void Chains_that_run_in_circles_end()
    {
        var bytes = Fixtures.Bytes("everything.doc");
        // The allocation table's first sector, whose number stands at byte 76: every sector points at itself.
        var table = (BitConverter.ToInt32(bytes, 76) + 1) * 512;
        for (var i = 0; i < 128; i++) BitConverter.TryWriteBytes(bytes.AsSpan(table + (i * 4)), i).ShouldBeTrue();
        var result = Read(bytes);
        (result.Document is null).ShouldBe(result.Error is not null);
    }

    [Fact]
    public void A_compound_file_without_sense_is_corrupt()
    {
        var bytes = Fixtures.Bytes("everything.doc");
        bytes[30] = 31;
        Read(bytes).Error.ShouldBe(ParseError.Corrupt);
    }

    private static ReadResult Read(byte[] bytes) => new DocReader().Read(bytes, new ReadLimits());

    /// <summary>Where the main stream begins: at the sector with the identifier of Word 97.</summary>
    private static int Fib(byte[] bytes) => Enumerable.Range(1, (bytes.Length / 512) - 1).Select(i => i * 512).First(at => bytes[at] == 0xEC && bytes[at + 1] == 0xA5);
}
