using Resumai.Fields;
using Resumai.Master;
using Resumai.Master.Doubts;
using Resumai.Sections;

namespace Resumai.Tests.Master.Doubts;

public class DoubtFinderTests
{
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 24) };

    [Fact]
    public void An_entry_without_an_employer_is_a_doubt_with_its_lines_in_parts()
    {
        var found = Assemble(new MadeUpLines()
            .Line("Ada Lindqvist", bold: true, size: 20).Line("ada.lindqvist@mail.example")
            .Line("Experience", bold: true, size: 13, gap: 1)
            .Line("Accountant\tJan 2022 – Dec 2023").Bullet("Closed the books each month"));

        var block = found.Doubts.ShouldHaveSingleItem();
        block.ShouldSatisfyAllConditions(b => b.List.ShouldBe("experience"), b => b.Index.ShouldBe(0), b => b.Keys.ShouldContain("employer"));
        block.Lines.Select(l => l.Text).ShouldContain("Accountant");
        block.Lines.ShouldAllBe(l => l.Page == 1 && l.Box!.Length == 4);
        block.Lines.ShouldNotContain(l => l.Text.Contains("mail.example"));
    }

    [Fact]
    public void What_is_sure_is_no_doubt()
    {
        var found = Assemble(new MadeUpLines()
            .Line("Ada Lindqvist", bold: true, size: 20).Line("ada.lindqvist@mail.example")
            .Line("Experience", bold: true, size: 13, gap: 1)
            .Line("Accountant, Fabrikam Ltd\tJan 2022 – Dec 2023").Bullet("Closed the books each month")
            .Line("Office Clerk, Northwind Ltd\tJan 2019 – Dec 2021").Bullet("Filed what came in"));

        foreach (var (block, key) in found.Doubts.SelectMany(b => b.Keys.Select(k => (b, k))))
        {
            if (found.Record.Evidence!.TryGetValue($"/{block.List}/{block.Index}/{key}", out var value)) value.Confidence.ShouldBeLessThan(DoubtFinder.Sure);
        }
    }

    private static AssembledRecord Assemble(MadeUpLines lines)
    {
        var document = lines.Document();
        return RecordAssembler.AssembleWithDoubts(FieldExtractor.Extract(document, SectionSplitter.Split(document), Options), Options);
    }
}
