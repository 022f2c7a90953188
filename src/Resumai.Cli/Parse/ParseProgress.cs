using Spectre.Console;

namespace Resumai.Cli.Parse;

/// <summary>A progress bar on standard error when that is a terminal which no results are printed on, and there is more than one file; lines of text always.</summary>
internal abstract class ParseProgress : IAsyncDisposable
{
    public static ParseProgress Start(int files, bool printsResults) =>
        files > 1 && !Console.IsErrorRedirected && (!printsResults || Console.IsOutputRedirected) ? new Bar(files) : new Lines();

    public abstract void Advance();

    public abstract void Say(string line);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Lines : ParseProgress
    {
        public override void Advance() { }

        public override void Say(string line) => Console.Error.WriteLine(line);
    }

    private sealed class Bar : ParseProgress
    {
        private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<ProgressTask> opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task drawn;

        public Bar(int files)
        {
            drawn = console.Progress().AutoClear(true).StartAsync(async context =>
            {
                opened.SetResult(context.AddTask("Parsing", maxValue: files));
                await closed.Task;
            });
        }

        public override void Advance() => opened.Task.Result.Increment(1);

        public override void Say(string line) => console.WriteLine(line);

        public override async ValueTask DisposeAsync()
        {
            closed.TrySetResult();
            await drawn;
            await base.DisposeAsync();
        }
    }
}
