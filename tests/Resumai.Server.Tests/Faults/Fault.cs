namespace Resumai.Server.Tests.Faults;

/// <summary>Something that goes wrong with a site.</summary>
/// <param name="Name">Of the part and what happens to it.</param>
/// <param name="StrikeAsync">Makes it happen; gives what ends it: the part is started again, or answers again.</param>
public sealed record Fault(string Name, Func<Random, Task<Func<Task>>> StrikeAsync)
{
    /// <summary>kill -9 of a part that is started again.</summary>
    public static Fault Kill(string name, Func<Task> kill, Func<Task> run) => new($"kill {name}", async _ =>
    {
        await kill();
        return run;
    });

    /// <summary>A part that goes on by itself, or not at all, until it is told to.</summary>
    public static Fault For(string name, Func<Task> begin, Func<Task> end) => new(name, async _ =>
    {
        await begin();
        return end;
    });
}
