using Resumai.Normalize.Titles;

namespace Resumai.Tests.Normalize.Titles;

public class SenioritiesTests
{
    [Theory]
    [InlineData("Senior Backend Engineer", "en", "senior")]
    [InlineData("Praktikantin Konstruktion", "de", "intern")]
    [InlineData("Abteilungsleiterin Einkauf", "de", "director")]
    [InlineData("Kierownik zespołu", "pl", "lead")]
    [InlineData("Ekonomichef", "sv", "manager")]
    [InlineData("Chief Executive Officer", "en", "executive")]
    [InlineData("Pastry chef", "en", null)]
    [InlineData("Product owner", "en", null)]
    [InlineData("Nurse", "en", null)]
    public void A_title_tells_its_rank_by_its_words(string title, string language, string? rank) => Seniorities.Find(title, language).ShouldBe(rank);
}
