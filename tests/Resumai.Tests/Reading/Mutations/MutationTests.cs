namespace Resumai.Tests.Reading.Mutations;

public class MutationTests
{
    /// <summary>Suite, and how many mutations of it every run parses.</summary>
    public static TheoryData<string, int> Few => new() { { "pdf", 200 }, { "docx", 200 }, { "odt", 50 }, { "rtf", 50 }, { "doc", 20 } };

    /// <summary>Suite, first mutation of a long run and the number after its last: 20,000 with those of every run.</summary>
    public static TheoryData<string, int, int> Many => new() { { "pdf", 200, 8000 }, { "docx", 200, 5500 }, { "odt", 50, 2500 }, { "rtf", 50, 2500 }, { "doc", 20, 1500 } };

    [Theory]
    [MemberData(nameof(Few))]
    public void Damaged_files_never_throw_hang_or_eat_memory(string suite, int count) => Run(suite, 0, count);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Many))]
    public void Thousands_of_damaged_files_never_throw_hang_or_eat_memory(string suite, int from, int to) => Run(suite, from, to);

    [Fact]
    public void Mutations_are_the_same_every_time_and_differ_from_each_other()
    {
        foreach (var suite in MutationSuite.All)
        {
            suite.Mutate(12).ShouldBe(suite.Mutate(12));
            Enumerable.Range(0, 40).Select(i => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(suite.Mutate(i)))).Distinct().Count().ShouldBeGreaterThan(36);
        }
    }

    private static void Run(string suite, int from, int to)
    {
        var run = new MutationRun(MutationSuite.Named(suite)).Parse(from, to);
        run.Failures.ShouldBeEmpty();
        run.Answers.ShouldBe(to - from);
        // Damage that no file survives would test nothing but the first check.
        run.Records.ShouldBeGreaterThan((to - from) / 10);
        TestContext.Current.TestOutputHelper?.WriteLine($"{suite}: {run.Records} of {to - from} damaged files still gave a record.");
    }
}
