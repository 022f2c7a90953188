using Resumai.Server.RateLimits;
using Resumai.Server.Settings;

namespace Resumai.Server.Tests.Settings;

public sealed class ServerConfigurationTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("resumai-settings-").FullName;

    [Fact]
    public void Defaults_are_in_code()
    {
        var configuration = ServerConfiguration.Load(_data, urls: null);

        configuration.Urls.ShouldBe(["http://127.0.0.1:8080"]);
        RateLimitOptions.Read(configuration.Reader()).ShouldBe(new RateLimitOptions(new LimitPair(60, 1_000), new LimitPair(600, 50_000), 30));
        ServerConfiguration.Load(data: null, urls: null).Data.Path.ShouldBe(Path.GetFullPath("data"));
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        Write("""{"Urls": "http://127.0.0.1:1;http://127.0.0.1:2", "RateLimits": {"Free": {"PerMinute": 5}}}""");

        ServerConfiguration.Load(_data, urls: null).Urls.ShouldBe(["http://127.0.0.1:1", "http://127.0.0.1:2"]);
        var given = ServerConfiguration.Load(_data, "http://127.0.0.1:3", new Dictionary<string, string?> { ["RateLimits:Free:PerDay"] = "7" });
        given.Urls.ShouldBe(["http://127.0.0.1:3"]);
        RateLimitOptions.Read(given.Reader()).Free.ShouldBe(new LimitPair(5, 7));
    }

    [Fact]
    public void Lists_are_arrays_in_the_file_or_separated_by_commas()
    {
        Write("""{"Proxies": {"Trusted": ["10.0.0.0/8", "192.0.2.1"]}}""");
        TrustedProxies.Read(ServerConfiguration.Load(_data, urls: null).Reader()).Networks.Select(n => n.ToString()).ShouldBe(["10.0.0.0/8", "192.0.2.1/32"]);
        Write("""{"Proxies": {"Trusted": "10.0.0.0/8, ::1"}}""");
        TrustedProxies.Read(ServerConfiguration.Load(_data, urls: null).Reader()).Networks.Select(n => n.ToString()).ShouldBe(["10.0.0.0/8", "::1/128"]);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_key_and_allowed_values()
    {
        Write("""{"RateLimits": {"Free": {"PerMinute": "many", "PerDay": 0}}, "Proxies": {"Trusted": ["everyone"]}, "Quue": {"Bound": 1}}""");
        var reader = ServerConfiguration.Load(_data, urls: null).Reader();
        RateLimitOptions.Read(reader);
        TrustedProxies.Read(reader);

        var faults = Should.Throw<InvalidSettingsException>(reader.ThrowIfInvalid).Faults;

        faults.ShouldBe(
        [
            "RateLimits:Free:PerMinute: must be a whole number from 1 to 1000000",
            "RateLimits:Free:PerDay: must be a whole number from 1 to 1000000000",
            "Proxies:Trusted: each entry must be an IP address or a network like 10.0.0.0/8",
            "Quue:Bound: is not a setting",
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void A_file_that_is_not_a_json_object_is_named(string text)
    {
        Write(text);
        Should.Throw<InvalidSettingsException>(() => ServerConfiguration.Load(_data, urls: null)).Faults.Single().ShouldStartWith("resumai.json: ");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://")]
    public void An_address_that_cannot_be_listened_on_is_named(string url) =>
        Should.Throw<InvalidSettingsException>(() => ServerConfiguration.Load(_data, url)).Faults.Single().ShouldContain(url);

    [Theory]
    [InlineData("http://*:8080")]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://[::]:80")]
    public void Every_interface_can_be_listened_on(string url) => ServerConfiguration.Load(_data, url).Urls.ShouldBe([url]);

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private void Write(string json) => File.WriteAllText(Path.Combine(_data, "resumai.json"), json);
}
