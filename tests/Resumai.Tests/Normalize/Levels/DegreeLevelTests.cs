using Resumai.Normalize.Levels;

namespace Resumai.Tests.Normalize.Levels;

public class DegreeLevelTests
{
    [Theory]
    [InlineData("MSc", "master", 7)]
    [InlineData("Master of Science", "master", 7)]
    [InlineData("Bachelor of Arts (Hons)", "bachelor", 6)]
    [InlineData("PhD", "doctorate", 8)]
    [InlineData("Promotion (Dr.-Ing.)", "doctorate", 8)]
    [InlineData("Abitur", "secondary", 4)]
    [InlineData("Laurea magistrale", "master", 7)]
    [InlineData("Laurea triennale", "bachelor", 6)]
    [InlineData("Licence", "bachelor", 6)]
    [InlineData("Baccalauréat professionnel", "vocational", 4)]
    [InlineData("Baccalauréat général", "secondary", 4)]
    [InlineData("Grado en Enfermería", "bachelor", 6)]
    [InlineData("Magister inżynier", "master", 7)]
    [InlineData("Πτυχίο", "bachelor", 6)]
    [InlineData("Ausbildung", "vocational", 4)]
    public void A_degree_has_its_level(string degree, string level, int eqf) => DegreeLevel.Of(degree).ShouldBe(new DegreeLevel(level, eqf));

    [Theory]
    [InlineData("Weekend workshop")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_degree_has_no_level(string? degree) => DegreeLevel.Of(degree).ShouldBeNull();
}
