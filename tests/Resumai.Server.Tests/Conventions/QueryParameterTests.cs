using Resumai.Server.Conventions;

namespace Resumai.Server.Tests.Conventions;

public class QueryParameterTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-11-23T08:00:00.25+02:00", "2026-11-23T06:00:00.25Z")]
    [InlineData("2026-11-23T08:00:00 02:00", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-23t08:00:00z", "2026-11-23T08:00:00Z")]
    public void A_time_is_read_with_its_offset_and_a_date_is_midnight_utc(string text, string utc)
    {
        QueryParameter.TryInstant(text, out var time).ShouldBeTrue();
        time.Kind.ShouldBe(DateTimeKind.Utc);
        time.ShouldBe(DateTimeOffset.Parse(utc).UtcDateTime);
    }

    [Theory]
    [InlineData("2026-11-23T08:00:00")]
    [InlineData("2026-11-23T08:00Z")]
    [InlineData("23.11.2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-02-30T08:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2026-11-23T08:00:00Z\n")]
    public void A_time_without_offset_and_what_is_no_time_are_refused(string text) =>
        QueryParameter.Instant("uploaded_after", "").Fault(text).ShouldNotBeNull();

    [Theory]
    [InlineData("1", true)]
    [InlineData("200", true)]
    [InlineData("0", false)]
    [InlineData("201", false)]
    [InlineData("-1", false)]
    [InlineData("1.0", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("ten", false)]
    [InlineData("", false)]
    [InlineData(" 5", false)]
    public void Limit_is_a_whole_number_from_1_to_200(string text, bool allowed) =>
        (QueryParameter.Limit.Fault(text) is null).ShouldBe(allowed);

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("1", true)]
    [InlineData("1.01", false)]
    [InlineData("NaN", false)]
    [InlineData("1e-1", false)]
    public void Numbers_keep_their_range(string text, bool allowed) =>
        (QueryParameter.Number("min_confidence", "", 0, 1).Fault(text) is null).ShouldBe(allowed);
}
