using Resumai.Cli.Parse;

namespace Resumai.Cli.Tests.Parse;

public class OutputNamesTests
{
    [Theory]
    [InlineData("a.pdf b.docx", "a.json b.json")]
    [InlineData("a.pdf a.docx b.pdf", "a.pdf.json a.docx.json b.json")]
    [InlineData("x/a.pdf y/a.pdf z/a.pdf", "a.pdf.json a.pdf.2.json a.pdf.3.json")]
    [InlineData("x/a.pdf a.docx y/a.pdf", "a.pdf.json a.docx.json a.pdf.2.json")]
    [InlineData("a a.pdf", "a.json a.pdf.json")]
    [InlineData(".pdf b.tar.gz", ".pdf.json b.tar.json")]
    [InlineData("same.pdf same.pdf", "same.pdf.json same.pdf.2.json")]
    public void Inputs_that_share_a_name_keep_their_extension_and_then_count(string inputs, string names) =>
        OutputNames.Assign(inputs.Split(' '), ".json").Select(n => n.Name).ShouldBe(names.Split(' '));

    [Fact]
    public void A_name_made_up_for_one_input_never_takes_the_plain_name_of_another() =>
        OutputNames.Assign(["a.pdf", "a.docx", "a.pdf.docx"], ".json").Select(n => n.Name).ShouldBe(["a.pdf.2.json", "a.docx.json", "a.pdf.json"]);

    [Fact]
    public void Only_inputs_that_shared_a_name_are_marked() =>
        OutputNames.Assign(["a.pdf", "a.docx", "b.pdf"], ".json").Select(n => n.Shared).ShouldBe([true, true, false]);
}
