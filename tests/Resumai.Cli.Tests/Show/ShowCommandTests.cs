using Resumai.Cli.Show;
using Resumai.Ocr.Pages;

namespace Resumai.Cli.Tests.Show;

public class ShowCommandTests
{
    private static readonly string Nurse = Repository.Document("en-GB-nurse--band.pdf");

    [Fact]
    public async Task The_text_form_is_all_that_is_printed()
    {
        var run = await Processes.Resumai("show", Nurse);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldStartWith("en-GB-nurse--band.pdf: PDF, ");
        run.OutputLines.ShouldContain(line => line.StartsWith("page 1, block 0: "));
        run.OutputLines.ShouldContain(line => line.Contains("  experience") && line.Contains("  # "));
    }

    [Fact]
    public async Task Html_goes_into_the_folder_named_and_says_so_on_standard_error()
    {
        using var folder = new TemporaryFolder();
        var run = await Processes.Resumai("show", Nurse, "--format", "html", "--out", folder.Path);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        var file = Path.Combine(folder.Path, "en-GB-nurse--band.html");
        run.Error.ShouldBe($"wrote {file}\n");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldStartWith("<!doctype html>");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_fails_with_one_line_on_standard_error()
    {
        var run = await Processes.Resumai("show", "no-such-file.pdf");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldBe("no-such-file.pdf: file_not_found: There is no such file.\n");
    }

    [Fact]
    public async Task A_page_is_a_PNG_on_standard_output_where_pages_can_be_drawn()
    {
        Assert.SkipUnless(PagePictures.CanDrawPdf, Picture.NoRenderer);
        using var folder = new TemporaryFolder();
        var run = await Processes.Resumai("show", Nurse, "--format", "png", "--layers", "words,lines,order,blocks,columns,sections,evidence", "--out", folder.Path);

        run.ExitCode.ShouldBe(0, run.Error);
        var png = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "en-GB-nurse--band-1.png"), TestContext.Current.CancellationToken);
        png[1..4].ShouldBe("PNG"u8.ToArray());
    }

    [Fact]
    public async Task A_photograph_is_shown_with_the_lines_recognised_in_it()
    {
        var photo = Directory.GetFiles(Repository.Corpus, "*.jpg").Order(StringComparer.Ordinal).First();
        using var folder = new TemporaryFolder();
        var run = await Processes.Resumai("show", photo, "--format", "png", "--out", folder.Path);

        // Without recognition there is nothing to show, and it says why.
        if (run.ExitCode == 0) File.Exists(Path.Combine(folder.Path, Path.GetFileNameWithoutExtension(photo) + "-1.png")).ShouldBeTrue(run.Error);
        else run.Error.ShouldContain("ocr_unavailable");
    }

    [Fact]
    public async Task A_document_without_pages_says_that_it_has_none_to_draw()
    {
        var run = await Processes.Resumai("show", Repository.Document("de-DE-logistik--docx-tabular.docx"), "--format", "png");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("no_pages");
    }

    [Theory]
    [InlineData("--page", "0")]
    [InlineData("--page", "99")]
    [InlineData("--format", "gif")]
    [InlineData("--layers", "letters")]
    public async Task A_value_an_option_does_not_take_is_a_matter_of_usage(string option, string value)
    {
        var run = await Processes.Resumai("show", Nurse, option, value);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(value);
    }
}
