using System.Net;
using System.Net.Sockets;
using Resumai.Master;
using Resumai.Master.Doubts;

namespace Resumai.SecondOpinion.Tests;

/// <summary>Asks a real HTTP service on loopback through the same client that a deployment uses.</summary>
public class OpinionSeekerTests
{
    private static readonly MasterRecord Swapped = new()
    {
        Experience = [new Experience { Title = "Harbour Bakery", Employer = "Pastry Cook", StartDate = "2019", IsCurrent = true }],
        Evidence = new Dictionary<string, Evidence>
        {
            ["/experience/0/title"] = new(0.4, 1, [[72, 100, 160, 112]], "Harbour Bakery"),
            ["/experience/0/employer"] = new(0.4, 1, [[72, 114, 140, 126]], "Pastry Cook"),
        },
        Contact = new Contact { FullName = "Mira Example", Emails = ["mira@mail.example"] },
    };

    private static readonly DoubtfulBlock[] Doubts =
    [
        new("experience", 0, ["title", "employer"],
        [
            new("2019 – today", 4, 1, [20, 100, 60, 112], null),
            new("Harbour Bakery", 4, 1, [72, 100, 160, 112], null),
            new("Pastry Cook", 5, 1, [72, 114, 140, 126], null),
        ]),
    ];

    [Fact]
    public async Task An_answer_in_line_numbers_sets_the_values_those_lines_hold()
    {
        await using var service = ChatService.Saying("""{"blocks":[{"block":1,"title":[3],"employer":2}]}""");

        var (record, outcome) = await AskAsync(service.Address);

        outcome.ShouldBe(OpinionOutcome.Heard);
        record.Experience[0].ShouldSatisfyAllConditions(e => e.Title.ShouldBe("Pastry Cook"), e => e.Employer.ShouldBe("Harbour Bakery"), e => e.StartDate.ShouldBe("2019"));
        record.Evidence!["/experience/0/title"].ShouldSatisfyAllConditions(e => e.Boxes.Single().ShouldBe([72, 114, 140, 126]), e => e.SecondOpinion.ShouldBeTrue(), e => e.Text.ShouldBe("Pastry Cook"));
        record.Totals.ShouldSatisfyAllConditions(t => t.CurrentTitle.ShouldBe("Pastry Cook"), t => t.CurrentEmployer.ShouldBe("Harbour Bakery"));
    }

    [Fact]
    public async Task Only_the_doubtful_lines_are_sent_with_the_key_and_the_model()
    {
        await using var service = ChatService.Saying("{}");

        await AskAsync(service.Address);

        var request = service.Requests.Single();
        request.ShouldSatisfyAllConditions(
            r => r.ShouldStartWith("POST /v1/chat/completions"),
            r => r.ShouldContain("Bearer secret-key"),
            r => r.ShouldContain("small-model"),
            r => r.ShouldContain("3: Pastry Cook"),
            r => r.ShouldNotContain("Mira"),
            r => r.ShouldNotContain("mail.example"));
    }

    [Theory]
    [InlineData("""{"blocks":[{"block":1,"title":[9]}]}""")]
    [InlineData("""{"blocks":[{"block":7,"title":[3]}]}""")]
    [InlineData("""{"blocks":[{"block":1,"title":[3],"employer":[3]}]}""")]
    [InlineData("""{"blocks":[{"block":1,"title":[1,3]}]}""")]
    [InlineData("""{"blocks":[{"block":1,"full_name":[3]}]}""")]
    [InlineData("""{"blocks":[{"block":1,"title":"Chief Executive","employer":["Initech"]}]}""")]
    [InlineData("""{"blocks":[{"block":1,"title":[-1],"title":[0]}]}""")]
    [InlineData("""{"blocks":[]}""")]
    public async Task An_answer_that_points_at_nothing_changes_nothing(string answer)
    {
        await using var service = ChatService.Saying(answer);

        var (record, outcome) = await AskAsync(service.Address);

        outcome.ShouldBe(OpinionOutcome.Heard);
        record.Experience[0].ShouldBe(Swapped.Experience[0]);
        record.Evidence!.Values.ShouldAllBe(e => !e.SecondOpinion);
    }

    [Theory]
    [InlineData("I think the title is Pastry Cook.")]
    [InlineData("""{"blocks":[{"block":1,"title":[3}""")]
    [InlineData("""{"answer":3}""")]
    [InlineData("")]
    public async Task Garbage_leaves_the_record_as_it_was(string answer)
    {
        await using var service = ChatService.Saying(answer);

        var (record, outcome) = await AskAsync(service.Address);

        outcome.ShouldBe(OpinionOutcome.Unreadable);
        record.ShouldBeSameAs(Swapped);
    }

    [Theory]
    [InlineData(500, "{\"error\":{\"message\":\"broken\"}}")]
    [InlineData(401, "{\"error\":{\"message\":\"who are you\"}}")]
    [InlineData(200, "<html>not the protocol</html>")]
    public async Task A_service_that_fails_costs_nothing_but_its_opinion(int status, string body)
    {
        await using var service = ChatService.Sending(status, body);

        var (record, outcome) = await AskAsync(service.Address);

        outcome.ShouldBe(OpinionOutcome.Failed);
        record.ShouldBeSameAs(Swapped);
        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_listening_is_a_failure_and_no_more()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}/v1");
        taken.Stop();

        var (record, outcome) = await AskAsync(address);

        outcome.ShouldBe(OpinionOutcome.Failed);
        record.ShouldBeSameAs(Swapped);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_not_waited_for()
    {
        await using var service = ChatService.Silent();

        var (record, outcome) = await AskAsync(service.Address, TimeSpan.FromMilliseconds(300));

        outcome.ShouldBe(OpinionOutcome.Failed);
        record.ShouldBeSameAs(Swapped);
    }

    [Fact]
    public async Task A_service_that_failed_three_times_is_left_alone_for_a_while()
    {
        await using var service = ChatService.Sending(500, "{}");
        using var seeker = Open(service.Address, TimeSpan.FromSeconds(20));

        var outcomes = new List<OpinionOutcome>();
        for (var i = 0; i < 5; i++) outcomes.Add((await seeker.ReviewAsync(Swapped, Doubts, TestContext.Current.CancellationToken)).Outcome);

        outcomes.ShouldBe([OpinionOutcome.Failed, OpinionOutcome.Failed, OpinionOutcome.Failed, OpinionOutcome.Resting, OpinionOutcome.Resting]);
        service.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_record_without_doubts_is_asked_nothing()
    {
        await using var service = ChatService.Saying("{}");
        using var seeker = Open(service.Address, TimeSpan.FromSeconds(20));

        (await seeker.ReviewAsync(Swapped, [], TestContext.Current.CancellationToken)).Outcome.ShouldBe(OpinionOutcome.NotAsked);

        service.Requests.ShouldBeEmpty();
    }

    private static async Task<(MasterRecord Record, OpinionOutcome Outcome)> AskAsync(Uri address, TimeSpan? limit = null)
    {
        using var seeker = Open(address, limit ?? TimeSpan.FromSeconds(20));
        return await seeker.ReviewAsync(Swapped, Doubts, TestContext.Current.CancellationToken);
    }

    private static OpinionSeeker Open(Uri address, TimeSpan limit) =>
        OpinionSeekers.Open(new SecondOpinionOptions(address, "small-model", "secret-key", limit), TimeProvider.System);
}
