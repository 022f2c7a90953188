using Resumai.Fields.Kinds;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

/// <summary>What stands under no heading: its lines tell what they are about.</summary>
public class UntitledSectionsTests
{
    [Fact]
    public void A_cv_without_headings_is_cut_into_sections()
    {
        var told = Told(Posts(Name()).Line("BSc Physics, University of Leeds", gap: 1).Line("09/2012 – 06/2015").Line("A levels, Norbury Grammar School").Line("09/2010 – 06/2012"));

        told.Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience, SectionKind.Education]);
        told.ShouldAllBe(s => s.Heading == null);
        told[2].Lines[0].Text.ShouldBe("BSc Physics, University of Leeds");
    }

    [Fact]
    public void Nothing_is_lost_or_doubled()
    {
        var made = Posts(Name()).Line("BSc Physics, University of Leeds", gap: 1).Line("09/2012 – 06/2015");

        Told(made).SelectMany(s => s.Lines).ShouldBe(made.Document().Lines);
    }

    [Fact]
    public void Studies_that_go_on_under_the_heading_of_posts_are_education_where_nothing_else_is()
    {
        var told = Told(Posts(Name().Line("Experience", bold: true, size: 13, gap: 1))
            .Line("Where I learnt it", gap: 2).Line("BSc Physics, University of Leeds").Line("09/2012 – 06/2015").Line("A levels, Norbury Grammar School").Line("09/2010 – 06/2012"));

        told.Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience, SectionKind.Education]);
    }

    [Fact]
    public void Projects_stay_projects_where_posts_have_their_own_heading()
    {
        var told = Told(Posts(Name().Line("Projects", bold: true, size: 13, gap: 1)).Line("Experience", bold: true, size: 13, gap: 1)
            .Line("Clerk, Norbury Ltd\t2012 – 2015", gap: 0.5).Line("Education", bold: true, size: 13, gap: 1).Line("BSc Physics, University of Leeds, 2012"));

        told.Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Projects, SectionKind.Experience, SectionKind.Education]);
    }

    [Fact]
    public void A_name_and_how_to_reach_it_are_left_as_they_are() =>
        Told(Name().Line("12 Mill Lane, Leeds").Line("Experience", bold: true, size: 13, gap: 1).Line("Clerk\t2015 – 2018"))
            .Select(s => s.Kind).ShouldBe([SectionKind.Top, SectionKind.Experience]);

    private static MadeUpLines Name() => new MadeUpLines().Line("Ada Nowak", size: 18).Line("ada.nowak@mail.example").Line("+44 20 7946 0000");

    private static MadeUpLines Posts(MadeUpLines made) => made
        .Line("Warehouse Manager", gap: 1).Line("Norbury Ltd, Leeds").Line("03/2019 – 05/2022").Line("Shift planning for a team of nine", bullet: "•").Line("Stock audits", bullet: "•")
        .Line("Warehouse Clerk", gap: 0.5).Line("Kestrel Foods Ltd, York").Line("01/2016 – 02/2019").Line("Stocktaking twice a year", bullet: "•");

    private static IReadOnlyList<Section> Told(MadeUpLines made) => UntitledSections.Tell(SectionSplitter.Split(made.Document()), "en");
}
