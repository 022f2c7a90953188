using System.Globalization;
using Resumai.Master;
using Resumai.Normalize.Dates;

namespace Resumai.Server.Web.Pages.Cvs;

/// <summary>
/// The posts of a record in time, and the months between the first and the last that none of them covers: those that <c>totals.gap_months</c> counts.
/// Months are counted from the year 0.
/// </summary>
public sealed record CareerTimeline(IReadOnlyList<CareerTimeline.Post> Posts, IReadOnlyList<CareerTimeline.Gap> Gaps)
{
    /// <param name="Lane">Posts at the same time lie below each other: 0 is the topmost.</param>
    public sealed record Post(string Name, int First, int Last, int Lane, bool IsCurrent);

    public sealed record Gap(int First, int Last)
    {
        public int Months => Last - First + 1;
    }

    public int First => Posts.Min(p => p.First);
    public int Last => Posts.Max(p => p.Last);
    public int Lanes => Posts.Max(p => p.Lane) + 1;

    /// <summary>Null when no post has dates.</summary>
    public static CareerTimeline? Of(MasterRecord record)
    {
        if (!DateOnly.TryParseExact(record.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)) return null;
        var posts = new List<Post>();
        var lanes = new List<int>();
        foreach (var (post, first, last) in Dated(record, asOf).OrderBy(p => p.First).ThenBy(p => p.Last))
        {
            var lane = lanes.FindIndex(end => end < first);
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add(0);
            }
            lanes[lane] = last;
            posts.Add(new Post(string.Join(", ", new[] { post.Title, post.Employer }.OfType<string>()), first, last, lane, post is { IsCurrent: true, EndDate: null }));
        }
        return posts.Count == 0 ? null : new CareerTimeline(posts, [.. GapsOf(posts)]);
    }

    /// <summary>YYYY-MM.</summary>
    public static string Month(int month) => $"{month / 12:0000}-{month % 12 + 1:00}";

    private static IEnumerable<(Experience Post, int First, int Last)> Dated(MasterRecord record, DateOnly asOf)
    {
        foreach (var post in record.Experience)
        {
            if (CorrectedCounts.RangeOf(post) is { } range && MonthCount.Span(range, asOf) is var (first, last)) yield return (post, first, last);
        }
    }

    private static IEnumerable<Gap> GapsOf(List<Post> posts)
    {
        var end = posts[0].Last;
        foreach (var post in posts)
        {
            if (post.First > end + 1) yield return new Gap(end + 1, post.First - 1);
            end = Math.Max(end, post.Last);
        }
    }
}
