using System.CommandLine;
using System.CommandLine.Invocation;
using Resumai.Cli.Eval;
using Resumai.Cli.Parse;
using Resumai.Cli.Show;

namespace Resumai.Cli;

/// <summary>The commands. Standard output carries only the result; what was wrong with the call goes to standard error.</summary>
internal static class CommandLine
{
    // "@" may begin a file's name: no response files.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Reads CVs into structured records.")
        {
            ParseCommand.Create(),
            ShowCommand.Create(),
            EvalCommand.Create(),
        };
        var parsed = root.Parse(args, Configuration);
        if (parsed.Action is not ParseErrorAction) return await parsed.InvokeAsync();

        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
        await Console.Error.WriteLineAsync($"See: resumai {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
        return ExitCode.Usage;
    }
}

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeFailed = 1;
    public const int Usage = 2;
}
