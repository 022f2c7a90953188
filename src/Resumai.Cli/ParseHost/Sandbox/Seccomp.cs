using System.Runtime.InteropServices;

namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>
/// Has the kernel refuse calls that a parser never needs: sockets, other processes, mounts, modules, the clock (seccomp(2), with a filter
/// of classic BPF). It binds every thread of the process and what it starts, for good.
/// </summary>
internal static class Seccomp
{
    private const ushort LoadWord = 0x20, JumpIfEqual = 0x15, JumpIfAtLeast = 0x35, JumpIfAnyBit = 0x45, Return = 0x06;
    private const uint Allow = 0x7fff0000, KillProcess = 0x80000000, Fail = 0x00050000, NotPermitted = 1, NotThere = 38;
    private const uint NumberAt = 0, ArchitectureAt = 4, FirstArgumentAt = 16;
    private const uint NewNamespaces = 0x7E020000;
    private const int SetModeFilter = 1, AllThreads = 1;

    /// <summary>Binds the process. False where the kernel or the machine does not know how.</summary>
    public static unsafe bool Restrict()
    {
        if (RefusedCalls.Here() is not { } calls || LinuxCalls.Control(LinuxCalls.SetNoNewPrivileges, 1, 0, 0, 0) != 0) return false;
        var program = Program(calls);
        fixed (Instruction* start = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, Instructions = start };
            return LinuxCalls.Call(LinuxCalls.SeccompNumber, SetModeFilter, AllThreads, (nint)(&filter), 0) == 0;
        }
    }

    private static Instruction[] Program(RefusedCalls calls)
    {
        var program = new List<Instruction>
        {
            new(LoadWord, 0, 0, ArchitectureAt),
            new(JumpIfEqual, 1, 0, calls.Architecture),
            new(Return, 0, 0, KillProcess),
            new(LoadWord, 0, 0, NumberAt),
        };
        // Numbers from here on are those of another convention of the same machine, which no list here names.
        if (calls.ForeignFrom is { } foreign) program.AddRange([new(JumpIfAtLeast, 0, 1, foreign), new(Return, 0, 0, Fail | NotPermitted)]);
        foreach (var number in calls.Numbers) program.AddRange([new(JumpIfEqual, 0, 1, number), new(Return, 0, 0, Fail | NotPermitted)]);
        // The C library then starts threads the old way, whose flags can be looked at.
        program.AddRange([new(JumpIfEqual, 0, 1, calls.NewClone), new(Return, 0, 0, Fail | NotThere)]);
        program.AddRange([new(JumpIfEqual, 0, 3, calls.OldClone), new(LoadWord, 0, 0, FirstArgumentAt), new(JumpIfAnyBit, 0, 1, NewNamespaces), new(Return, 0, 0, Fail | NotPermitted), new(LoadWord, 0, 0, NumberAt)]);
        // Limits of other processes.
        program.AddRange([new(JumpIfEqual, 0, 3, calls.Limits), new(LoadWord, 0, 0, FirstArgumentAt), new(JumpIfEqual, 1, 0, 0), new(Return, 0, 0, Fail | NotPermitted)]);
        program.Add(new(Return, 0, 0, Allow));
        return [.. program];
    }

    /// <summary>One instruction of the filter: operation, jumps when true and false, operand.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Operation, byte WhenTrue, byte WhenFalse, uint Operand);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Filter
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
