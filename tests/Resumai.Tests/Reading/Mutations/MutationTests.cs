namespace Resumai.Tests.Reading.Mutations;

public class MutationTests
{
    /// <summary>Suite, mutations of a long run; a short run takes a tenth of them.</summary>
    public static TheoryData<string, int> Suites => new() { { "pdf", 2000 }, { "docx", 2000 }, { "odt", 500 }, { "rtf", 500 }, { "doc", 200 } };

    [Theory]
    [MemberData(nameof(Suites))]
    public void Damaged_files_never_throw_hang_or_eat_memory(string suite, int count) => Run(suite, 0, count / 10);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Suites))]
    public void Thousands_of_damaged_files_never_throw_hang_or_eat_memory(string suite, int count) => Run(suite, count / 10, count);

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
