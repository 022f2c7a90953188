namespace Resumai.Tests.Reading.Mutations;

/// <summary>
/// The child process: parses mutations one after the other and writes a line for each, so that its parent sees which one
/// hangs. An exception or a lack of memory is written as the end of that line.
/// </summary>
internal static class MutationChild
{
    public const string Verb = "parse-mutations";

    /// <param name="args"><see cref="Verb"/>, suite, first mutation, number of the mutation after the last.</param>
    public static int Run(string[] args)
    {
        var suite = MutationSuite.Named(args[1]);
        var (from, to) = (int.Parse(args[2], null), int.Parse(args[3], null));
        var parser = new CvParser();
        for (var i = from; i < to; i++)
        {
            var bytes = suite.Mutate(i);
            Console.WriteLine($"begin {i}");
            Console.WriteLine($"end {i} {Parse(parser, bytes)}");
        }
        return 0;
    }

    private static string Parse(CvParser parser, byte[] bytes)
    {
        try
        {
            var result = parser.Parse(bytes, new ParseOptions { AsOf = new DateOnly(2026, 11, 25) });
            return result.Error?.Code ?? (result.Record is null ? "neither record nor error" : "record");
        }
        catch (Exception e)
        {
            return "threw " + e.ToString().ReplaceLineEndings(" ");
        }
    }
}
