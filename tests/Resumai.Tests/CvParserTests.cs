using System.Text.RegularExpressions;
using Resumai.Reading;
using Resumai.Tests.Layout;

namespace Resumai.Tests;

public class CvParserTests
{
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0];
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 26) };

    [Fact]
    public void A_match_whose_time_ran_out_while_the_machine_stood_still_costs_no_record()
    {
        var reports = new List<StageReport>();
        var result = new CvParser(new Halting(times: 1)).Parse(Picture, Options with { OnStage = reports.Add });

        result.Error.ShouldBeNull();
        result.Record!.Contact.Emails.ShouldBe(["ada@inbox.example"]);
        reports.Count(r => r.Stage == ParseStage.Read).ShouldBe(2);
    }

    [Fact]
    public void A_document_on_which_a_match_runs_out_of_time_again_took_too_long() =>
        new CvParser(new Halting(times: 2)).Parse(Picture, Options).ShouldBe(new ParseResult(null, ParseError.TimedOut));

    /// <summary>Reads the same page from every picture, but for the first times.</summary>
    private sealed class Halting(int times) : ITextRecognizer
    {
        private int _halts = times;

        public ReadResult Recognize(ReadOnlyMemory<byte> bytes, SourceDocument document, ReadLimits limits) =>
            _halts-- > 0 ? throw new RegexMatchTimeoutException() : document with { Pages = [Sheet.New.Lines(50, 50, "Ada Example", "ada@inbox.example").Page()] };
    }
}
