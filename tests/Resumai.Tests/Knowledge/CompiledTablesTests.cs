using System.Text;
using Resumai.Knowledge.Tables;

namespace Resumai.Tests.Knowledge;

public class CompiledTablesTests
{
    public static TheoryData<string> Tables => [.. CompiledTables.Names];

    [Theory]
    [InlineData("certificate", 2000)]
    [InlineData("city", 60000)]
    [InlineData("demonym", 10000)]
    [InlineData("family_name", 14000)]
    [InlineData("given_name", 13000)]
    [InlineData("grade_scale", 30)]
    [InlineData("institution", 25000)]
    [InlineData("isco", 436)]
    [InlineData("skill", 9000)]
    [InlineData("title", 9500)]
    public void Every_table_is_in_the_file_and_not_cut(string name, int least)
    {
        CompiledTables.Get(name).Count.ShouldBeGreaterThanOrEqualTo(least);
        Lines(name).Length.ShouldBe(CompiledTables.Get(name).Count);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Keys_are_in_the_form_in_which_they_are_looked_up(string name)
    {
        var wrong = Lines(name).Select(Key).Where(k => LookupKey.Of(k) != k).Take(5);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Lines_are_sorted_by_the_bytes_of_their_keys_and_no_key_comes_twice(string name)
    {
        byte[] before = [];
        foreach (var key in Lines(name).Select(l => Encoding.UTF8.GetBytes(Key(l))))
        {
            before.AsSpan().SequenceCompareTo(key).ShouldBeLessThan(0);
            before = key;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_first_a_middle_and_the_last_line_are_found(string name)
    {
        var lines = Lines(name);
        foreach (var line in (string[])[lines[0], lines[lines.Length / 2], lines[^1]])
        {
            string.Join('\t', CompiledTables.Get(name).Find(Key(line))!).ShouldBe(line[(Key(line).Length + 1)..]);
        }
    }

    [Theory]
    [InlineData("Saint-Étienne", "saint etienne")]
    [InlineData("CI/CD", "ci cd")]
    [InlineData(".NET", ".net")]
    [InlineData("C++, C#", "c++ c#")]
    [InlineData("  Node.js.  ", "node.js")]
    [InlineData("… – ", "")]
    public void A_key_is_folded_words_joined_by_single_spaces(string text, string key) => LookupKey.Of(text).ShouldBe(key);

    private static string[] Lines(string name) => CompiledTables.Get(name).AsText().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string line) => line[..line.IndexOf('\t', StringComparison.Ordinal)];
}
