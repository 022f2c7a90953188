using Resumai.Fields.Entries;

namespace Resumai.Tests.Knowledge;

public class LegalFormsTests
{
    [Theory]
    [InlineData("Kestrel Foods Ltd", true)]
    [InlineData("Ionescu Ana I.I.", true)]
    [InlineData("Software Engineer II, Payments", false)]
    [InlineData("Kestrel Foods", false)]
    public void Forms_are_found_and_numbers_are_none(string text, bool found) => EntryLexicon.Default.LegalForms.Found(text).ShouldBe(found);
}
