using Resumai.Cli.Parse;

namespace Resumai.Cli.Tests.Parse;

public class SecondOpinionSettingsTests
{
    [Fact]
    public void Without_an_address_nobody_is_asked()
    {
        SecondOpinionSettings.Read(_ => null, out var fault).ShouldBeNull();
        fault.ShouldBeNull();
        SecondOpinionSettings.Read(Variables(("MODEL", "m"), ("KEY", "k")), out fault).ShouldBeNull();
        fault.ShouldBeNull();
    }

    [Fact]
    public void Address_model_key_and_limit_are_read()
    {
        var options = SecondOpinionSettings.Read(Variables(("ADDRESS", "http://127.0.0.1:11434/v1"), ("MODEL", "small"), ("KEY", "k"), ("TIMELIMITSECONDS", "7")), out var fault).ShouldNotBeNull();

        fault.ShouldBeNull();
        (options.Address.Port, options.Model, options.Key, options.TimeLimit).ShouldBe((11434, "small", "k", TimeSpan.FromSeconds(7)));
    }

    [Theory]
    [InlineData("ftp://models.example", "m", "20", "ADDRESS")]
    [InlineData("http://models.example/v1", "", "20", "MODEL")]
    [InlineData("http://models.example/v1", "m", "0", "TIMELIMITSECONDS")]
    [InlineData("http://models.example/v1", "m", "soon", "TIMELIMITSECONDS")]
    public void A_setting_that_is_not_allowed_is_named(string address, string model, string limit, string named)
    {
        SecondOpinionSettings.Read(Variables(("ADDRESS", address), ("MODEL", model), ("TIMELIMITSECONDS", limit)), out var fault).ShouldBeNull();

        fault.ShouldNotBeNull().ShouldContain(named);
    }

    private static Func<string, string?> Variables(params (string Name, string Value)[] set) =>
        name => set.FirstOrDefault(v => name == "RESUMAI_SECONDOPINION__" + v.Name).Value;
}
