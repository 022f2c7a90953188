using System.Text.Json.Nodes;
using Resumai.Reading;

namespace Resumai.Cli.Tests.Parse;

public class ParseCommandTests
{
    private static readonly string Nurse = Repository.Document("en-GB-nurse--band.pdf");
    private static readonly string Logistics = Repository.Document("de-DE-logistik--docx-tabular.docx");
    private static readonly string Designer = Repository.Document("da-ux--spaced.pdf");

    [Fact]
    public async Task One_file_prints_its_record_indented_and_nothing_else()
    {
        var run = await Processes.Resumai("parse", Nurse);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldStartWith("{\n  \"asset_id\": null,\n");
        run.Output.ShouldEndWith("}\n");
        var record = JsonNode.Parse(run.Output)!.AsObject();
        ((string?)record["filename"]).ShouldBe("en-GB-nurse--band.pdf");
        record.ContainsKey("text").ShouldBeFalse();
        record.ContainsKey("evidence").ShouldBeFalse();
    }

    [Fact]
    public async Task Several_files_print_a_line_each_in_the_order_given()
    {
        string[] files = [Designer, Logistics, Nurse, Logistics, Designer];
        var run = await Processes.Resumai(["parse", .. files, "--jobs", "4"]);

        run.ExitCode.ShouldBe(0, run.Error);
        run.OutputLines.Select(line => (string?)JsonNode.Parse(line)!["filename"]).ShouldBe(files.Select(Path.GetFileName));
        run.Error.ShouldStartWith("5 parsed, 0 failed in ");
    }

    [Fact]
    public async Task A_file_that_cannot_be_parsed_gets_one_line_on_standard_error_and_the_others_go_on()
    {
        using var folder = new TemporaryFolder();
        var empty = folder.File("empty.pdf", []);
        var text = folder.File("text.pdf", "no PDF at all"u8);
        var cut = folder.File("cut.pdf", (await File.ReadAllBytesAsync(Nurse, TestContext.Current.CancellationToken)).AsSpan(0, 2000));
        var missing = Path.Combine(folder.Path, "missing.pdf");
        var run = await Processes.Resumai("parse", empty, Nurse, text, cut, missing, folder.Path, Designer);

        run.ExitCode.ShouldBe(1);
        run.OutputLines.Length.ShouldBe(2);
        run.ErrorLines.Length.ShouldBe(6);
        run.ErrorLines[0].ShouldBe($"{empty}: empty_file: The file is empty.");
        run.ErrorLines[1].ShouldBe($"{text}: unsupported_format: The format is not read. Formats read: {string.Join(", ", DocumentReaders.Names)}.");
        run.ErrorLines[2].ShouldStartWith($"{cut}: corrupt_document: ");
        run.ErrorLines[3].ShouldStartWith($"{missing}: file_not_found: ");
        run.ErrorLines[4].ShouldStartWith($"{folder.Path}: not_a_file: ");
        run.ErrorLines[5].ShouldStartWith("2 parsed, 5 failed in ");
    }

    [Fact]
    public async Task A_single_file_that_cannot_be_parsed_prints_nothing_on_standard_output()
    {
        var run = await Processes.Resumai("parse", "no-such-file.pdf");

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldBe(["no-such-file.pdf: file_not_found: There is no such file."]);
    }

    [Fact]
    public async Task Out_writes_a_file_each_and_says_which_names_were_shared()
    {
        using var folder = new TemporaryFolder();
        var first = folder.File("one/cv.pdf", await File.ReadAllBytesAsync(Nurse, TestContext.Current.CancellationToken));
        var second = folder.File("two/cv.pdf", await File.ReadAllBytesAsync(Designer, TestContext.Current.CancellationToken));
        var third = folder.File("cv.docx", await File.ReadAllBytesAsync(Logistics, TestContext.Current.CancellationToken));
        var records = Path.Combine(folder.Path, "made", "records");
        var run = await Processes.Resumai("parse", first, second, third, Nurse, "--out", records);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldBeEmpty();
        Directory.GetFiles(records).Select(f => Path.GetFileName(f)).Order().ShouldBe(["cv.docx.json", "cv.pdf.2.json", "cv.pdf.json", "en-GB-nurse--band.json"]);
        run.ErrorLines.ShouldContain($"{second}: written as cv.pdf.2.json, because another input shares its name");
        run.ErrorLines.Count(l => l.Contains("written as")).ShouldBe(3);
        run.ErrorLines[^1].ShouldStartWith("4 parsed, 0 failed in ");
        foreach (var (name, filename) in ((string, string)[])[("cv.docx.json", "cv.docx"), ("cv.pdf.2.json", "cv.pdf"), ("en-GB-nurse--band.json", "en-GB-nurse--band.pdf")])
        {
            var record = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(records, name), TestContext.Current.CancellationToken))!;
            ((string?)record["filename"]).ShouldBe(filename);
        }
    }

    [Fact]
    public async Task On_a_terminal_a_bar_shows_the_progress_and_standard_output_carries_the_records_only()
    {
        using var folder = new TemporaryFolder();
        // script gives the program a terminal of its own and writes what it shows there into a file.
        var call = $"'{Path.Combine(AppContext.BaseDirectory, "Resumai.Cli")}' parse '{Nurse}' '{Designer}' '{Logistics}' --jobs 1 > '{folder.Path}/records'";
        var run = await Processes.Run("script", "--quiet", "--return", "--command", call, Path.Combine(folder.Path, "terminal"));
        var terminal = await File.ReadAllTextAsync(Path.Combine(folder.Path, "terminal"), TestContext.Current.CancellationToken);

        run.ExitCode.ShouldBe(0, terminal);
        terminal.ShouldContain("Parsing");
        terminal.ShouldContain("3 parsed, 0 failed in ");
        var records = await File.ReadAllLinesAsync(Path.Combine(folder.Path, "records"), TestContext.Current.CancellationToken);
        records.Select(r => (string?)JsonNode.Parse(r)!["filename"]).ShouldBe(((string[])[Nurse, Designer, Logistics]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_usage_error()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("taken", "x"u8);
        var run = await Processes.Resumai("parse", Nurse, "--out", Path.Combine(file, "records"));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("cannot be made");
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_fails_that_file_only()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "en-GB-nurse--band.json"));
        var run = await Processes.Resumai("parse", Nurse, Designer, "--out", folder.Path);

        run.ExitCode.ShouldBe(1);
        run.ErrorLines[0].ShouldStartWith($"{Nurse}: write_failed: ");
        File.Exists(Path.Combine(folder.Path, "da-ux--spaced.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Evidence_and_text_are_there_when_asked_for()
    {
        var run = await Processes.Resumai("parse", Nurse, "--include", "evidence,text");

        run.ExitCode.ShouldBe(0, run.Error);
        var record = JsonNode.Parse(run.Output)!;
        ((string?)record["text"]).ShouldNotBeNullOrWhiteSpace();
        record["evidence"].ShouldBeOfType<JsonObject>().Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Format_text_prints_the_documents_text()
    {
        var record = JsonNode.Parse((await Processes.Resumai("parse", Nurse, "--include", "text")).Output)!;
        var run = await Processes.Resumai("parse", Nurse, "--format", "text");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.TrimEnd('\n').ShouldBe(((string)record["text"]!).TrimEnd('\n'));
    }

    [Fact]
    public async Task Locale_and_day_reach_the_record()
    {
        var run = await Processes.Resumai("parse", Nurse, "--locale", "en-us", "--as-of", "2024-02-29");

        run.ExitCode.ShouldBe(0, run.Error);
        var record = JsonNode.Parse(run.Output)!;
        ((string?)record["locale"]).ShouldBe("en_US");
        ((string?)record["as_of"]).ShouldBe("2024-02-29");
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_an_at_sign_is_a_file()
    {
        using var folder = new TemporaryFolder();
        folder.File("@cv.pdf", await File.ReadAllBytesAsync(Nurse, TestContext.Current.CancellationToken));
        var run = await Processes.Run("/bin/sh", "-c", "cd \"$1\" && exec \"$2\" parse @cv.pdf", "sh", folder.Path, Path.Combine(AppContext.BaseDirectory, "Resumai.Cli"));

        run.ExitCode.ShouldBe(0, run.Error);
        JsonNode.Parse(run.Output).ShouldNotBeNull();
    }

    [Fact]
    public async Task After_two_dashes_a_name_may_begin_with_a_dash()
    {
        var run = await Processes.Resumai("parse", "--", "--no-such-file");

        run.ExitCode.ShouldBe(1);
        run.ErrorLines.ShouldBe(["--no-such-file: file_not_found: There is no such file."]);
    }

    [Theory]
    [InlineData("parse", "Required argument 'FILE' missing for command: 'parse'.")]
    [InlineData("parse cv.pdf --format yaml", "--format takes json or text, not 'yaml'.")]
    [InlineData("parse cv.pdf --format jsonresume", "--format jsonresume is not there yet. Formats there are: json, text.")]
    [InlineData("parse cv.pdf --format europass", "--format europass is not there yet. Formats there are: json, text.")]
    [InlineData("parse cv.pdf --format hropen", "--format hropen is not there yet. Formats there are: json, text.")]
    [InlineData("parse cv.pdf --locale xx-YY-zz", "'xx-YY-zz' is not known")]
    [InlineData("parse cv.pdf --as-of 2023-02-29", "--as-of takes a day as YYYY-MM-DD, not '2023-02-29'.")]
    [InlineData("parse cv.pdf --include evidence,boxes", "--include takes evidence and text, not 'boxes'.")]
    [InlineData("parse cv.pdf --jobs 0", "--jobs takes a number from 1 to 1024, not '0'.")]
    [InlineData("parse cv.pdf --no-such-option", "There is no option --no-such-option.")]
    [InlineData("no-such-command", "Unrecognized command or argument 'no-such-command'.")]
    [InlineData("", "Required command was not provided.")]
    public async Task A_wrong_call_exits_with_2_and_says_what_is_wrong_on_standard_error(string call, string sentence)
    {
        var run = await Processes.Resumai(call.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(sentence);
        run.ErrorLines[^1].ShouldEndWith("--help");
    }

    [Fact]
    public async Task Help_is_a_result()
    {
        var run = await Processes.Resumai("parse", "--help");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        foreach (var option in (string[])["--out", "--locale", "--as-of", "--include", "--format", "--jobs"]) run.Output.ShouldContain(option);
    }
}
