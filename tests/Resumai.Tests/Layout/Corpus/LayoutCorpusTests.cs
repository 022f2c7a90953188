using Resumai.Bench.PageReading;

namespace Resumai.Tests.Layout.Corpus;

public class LayoutCorpusTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "corpus", "layout");
    private static readonly IReadOnlyDictionary<string, ReadingDocument> Documents = ReadingCorpus.Read(Folder).ToDictionary(d => d.Id);

    public static TheoryData<string> Ids { get; } = [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Words_and_reading_order_reach_the_threshold_of(string id)
    {
        var threshold = Thresholds.Read(Folder).ShouldContainKeyAndReturn(id);

        threshold.Falls(ReadingResult.Of(Documents[id]).Score).ShouldBeEmpty();
    }

    [Fact]
    public void Every_layout_is_there_as_PDF_and_a_dozen_pages_made_to_go_wrong()
    {
        Documents.Count.ShouldBeGreaterThanOrEqualTo(50);
        Documents.Values.Count(d => d.Layout == "nasty").ShouldBeGreaterThanOrEqualTo(10);
        Documents.Values.Where(d => d.Layout != "nasty" && d.Kind == "digital-pdf").Select(d => d.Layout).Distinct().Count().ShouldBeGreaterThanOrEqualTo(40);
    }

    [Fact]
    public void Words_parted_at_line_ends_are_in_it_and_so_are_page_headers_and_footers()
    {
        var lines = Documents.Values.SelectMany(d => d.Truth.Lines).ToList();

        lines.Count(l => l.Mend is not null).ShouldBeGreaterThanOrEqualTo(10);
        lines.Count(l => !l.IsBody).ShouldBeGreaterThanOrEqualTo(10);
    }
}

file static class Rows
{
    public static Threshold ShouldContainKeyAndReturn(this IReadOnlyDictionary<string, Threshold> thresholds, string id)
    {
        thresholds.Keys.ShouldContain(id, "bench/reading.sh corpus/layout --write-thresholds gives a new document its row");
        return thresholds[id];
    }
}
