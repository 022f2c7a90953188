namespace Resumai.Cli.Tests;

public class KnownLocalesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-US", "en_US")]
    [InlineData("en_us", "en_US")]
    [InlineData("SR-latn-rs", "sr_Latn_RS")]
    [InlineData("zh_Hant", "zh_Hant")]
    public void Known_locales_get_their_usual_spelling(string text, string canonical) => KnownLocales.Canonical(text).ShouldBe(canonical);

    [Theory]
    [InlineData("")]
    [InlineData("english")]
    [InlineData("en-")]
    [InlineData("en-XQ")]
    [InlineData("en-Qqqq-US")]
    [InlineData("en-US-posix")]
    [InlineData("en US")]
    public void Unknown_locales_are_refused(string text) => KnownLocales.Canonical(text).ShouldBeNull();
}
