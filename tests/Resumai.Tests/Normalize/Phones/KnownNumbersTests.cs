using Resumai.Normalize.Phones;

namespace Resumai.Tests.Normalize.Phones;

public class KnownNumbersTests
{
    [Fact]
    public void A_number_is_read_once_for_each_country()
    {
        var known = new KnownNumbers();

        var british = known.In("020 7946 0018", "GB").ShouldNotBeNull();

        known.In("020 7946 0018", "GB").ShouldBeSameAs(british);
        british.Reading.E164.ShouldBe("+442079460018");
        known.In("020 7946 0018", "US")?.Reading.IsValid.ShouldBeFalse();
        known.In("12", "GB").ShouldBeNull();
    }

    [Fact]
    public void What_was_read_before_the_country_was_told_is_known_after()
    {
        var untold = new NumberOrigins([], ["DE", "AT"]);

        var told = untold with { Told = ["AT"] };

        told.Known.ShouldBeSameAs(untold.Known);
    }
}
