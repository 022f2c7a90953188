using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Tests.Reading;

/// <summary>One document saved in four formats: whatever the format, a person reads the same.</summary>
public class StructuredFormatTests
{
    public static TheoryData<string> Formats => new("docx", "odt", "rtf", "doc");

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lines_come_in_reading_order_with_their_marks(string format) =>
        Arrange(format).Lines.Select(l => l.Bullet is null ? l.Text : $"{l.Bullet} {l.Text}").ShouldBe(
        [
            "+43 1 5550100", "Greta Quellwasser", "Web: portfolio\tVienna", "write to me",
            "Experience", "2019 – 2021\tWorkshop Lead", "Nordwind GmbH", "Led six people", "Bought machines", "2017 – 2019\tWelder", "Südwind AG",
            "Tools", "Machine\tYears", "Lathe\tbefore", "inner a\tinner b", "after",
            "Tasks", "• Planned the shop", "• Ran the shop", "1. First step", "2. Second step", "seen inserted tail", "A line with a note",
            "and a break, e-mail, software, čeština, Ελλάδα", "the note", "Curriculum vitae", "Skills", "Welding, Turning",
        ]);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Headings_have_their_level_size_and_weight(string format)
    {
        var headings = Arrange(format).Lines.Where(l => l.OutlineLevel == 1).ToList();
        headings.Select(l => l.Text).ShouldBe(["Experience", "Tools", "Tasks"]);
        headings.ShouldAllBe(l => l.Font.Size == 14 && l.Font.Bold && string.Equals(l.Style, "heading 1", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Roles_tell_header_footer_and_text_box(string format) =>
        Arrange(format).Blocks.Where(b => b.Role != BlockRole.Body).Select(b => (b.Role, b.Lines[0].Text))
            .ShouldBe([(BlockRole.Header, "+43 1 5550100"), (BlockRole.Footer, "Curriculum vitae"), (BlockRole.Sidebar, "Skills")]);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Links_are_kept_in_both_their_forms(string format) =>
        Arrange(format).Lines.SelectMany(l => l.Links.Select(k => (l.Text.Substring(k.Start, k.Length), k.Url)))
            .ShouldBe([("portfolio", "https://quell.example/work"), ("write to me", "mailto:greta@quell.example")]);

    [Theory]
    [MemberData(nameof(Formats))]
    public void Hidden_deleted_and_white_text_is_counted_and_white_text_on_a_shade_read(string format) =>
        Read(format).Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("23 characters");

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_format_is_told_by_the_bytes(string format)
    {
        var bytes = Fixtures.Bytes("everything." + format);
        DocumentReaders.Recognize(bytes)!.Format.Name.ShouldBe(format.ToUpperInvariant());
        Read(format).Format.Name.ShouldBe(format.ToUpperInvariant());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Too_much_text_is_refused(string format) =>
        DocumentReaders.Read(Fixtures.Bytes("everything." + format), new ReadLimits { Characters = 100 }).Error.ShouldBe(ParseError.TooComplex);

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_off_gives_an_answer(string format)
    {
        var bytes = Fixtures.Bytes("everything." + format);
        for (var share = 1; share < 10; share++)
        {
            var result = DocumentReaders.Read(bytes.AsMemory(0, bytes.Length * share / 10), new ReadLimits());
            (result.Document is null).ShouldBe(result.Error is not null);
        }
    }

    private static SourceDocument Read(string format) => DocumentReaders.Read(Fixtures.Bytes("everything." + format), new ReadLimits()).Document.ShouldNotBeNull();

    private static ArrangedDocument Arrange(string format) => PageArranger.Arrange(Read(format));
}
