using Resumai.Fields.Kinds;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

/// <summary>Headings whose words nobody listed: the lines below tell what they are about.</summary>
public class UnknownSectionsTests
{
    [Fact]
    public void Jobs_under_an_unknown_heading_are_experience() =>
        Told(Top().Line("Stations of a Trade", bold: true, size: 13, gap: 1)
            .Line("Warehouse Manager\t03/2019 – 05/2022").Line("Norbury Ltd, Leeds").Line("Shift planning for a team of nine", bullet: "•")
            .Line("Warehouse Clerk\t01/2016 – 02/2019").Line("Kestrel Foods Ltd, York").Line("Stocktaking twice a year", bullet: "•"))
            .ShouldContain(s => s.Kind == SectionKind.Experience && s.Lines.Count == 6);

    [Fact]
    public void A_heading_before_the_first_known_one_is_told_from_its_lines() =>
        Told(new MadeUpLines().Line("Ada Nowak", size: 18).Line("ada.nowak@mail.example")
            .Line("Stations of a Trade", bold: true, size: 13, gap: 1)
            .Line("Warehouse Manager\t03/2019 – 05/2022").Line("Norbury Ltd, Leeds").Line("Shift planning for a team of nine", bullet: "•")
            .Line("Education", bold: true, size: 13, gap: 1).Line("BSc Physics, University of Leeds, 2015"))
            .Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience, SectionKind.Education]);

    [Fact]
    public void A_line_of_signs_below_it_makes_a_heading_in_plain_type() =>
        Told(new MadeUpLines().Line("Ada Nowak").Line("ada.nowak@mail.example").Line("Stations of a Trade", gap: 1).Line("-------------------")
            .Line("Warehouse Manager\t03/2019 – 05/2022").Line("Norbury Ltd, Leeds").Line("Shift planning for a team of nine", bullet: "•")
            .Line("Warehouse Clerk\t01/2016 – 02/2019").Line("Kestrel Foods Ltd, York"))
            .ShouldContain(s => s.Kind == SectionKind.Experience && s.Heading!.Value.Text == "Stations of a Trade");

    [Fact]
    public void A_doubtful_heading_whose_lines_tell_nothing_stays_a_line_of_the_section_before()
    {
        var told = Told(new MadeUpLines().Line("Ada Nowak").Line("ada.nowak@mail.example").Line("Quintessence", gap: 1).Line("------------").Line("Whatever this may be"));

        told.Count.ShouldBe(1);
        told[0].Lines.Select(l => l.Text).ShouldBe(["Ada Nowak", "ada.nowak@mail.example", "Quintessence", "------------", "Whatever this may be"]);
    }

    [Fact]
    public void Known_headings_are_left_as_they_are()
    {
        var split = SectionSplitter.Split(Top().Document());

        UnknownSections.Tell(split, "en").ShouldBeSameAs(split);
    }

    private static MadeUpLines Top() => new MadeUpLines().Line("Ada Nowak", size: 18).Line("ada.nowak@mail.example")
        .Line("Education", bold: true, size: 13, gap: 1).Line("BSc Physics, University of Leeds, 2015")
        .Line("Languages", bold: true, size: 13, gap: 1).Line("English, Polish");

    private static IReadOnlyList<Section> Told(MadeUpLines lines) => UnknownSections.Tell(SectionSplitter.Split(lines.Document()), "en");
}
