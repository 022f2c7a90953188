using System.Globalization;
using System.Runtime.InteropServices;

namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>The calls that are refused, by their numbers on one kind of machine.</summary>
/// <param name="Architecture">The kernel's word for the machine (linux/audit.h).</param>
/// <param name="ForeignFrom">Numbers from here on belong to another convention (x32).</param>
/// <param name="OldClone">Starts threads, which is allowed, and namespaces, which are not.</param>
/// <param name="NewClone">The same in a form that a filter cannot look into.</param>
/// <param name="Limits"><c>prlimit64</c>: allowed for the process itself.</param>
internal sealed record RefusedCalls(uint Architecture, uint? ForeignFrom, uint OldClone, uint NewClone, uint Limits, IReadOnlyList<uint> Numbers)
{
    /// <summary>For this machine; null for one whose numbers are not known.</summary>
    public static RefusedCalls? Here() => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => new(0xC000003E, 0x40000000, 56, 435, 302, Column(1)),
        System.Runtime.InteropServices.Architecture.Arm64 => new(0xC00000B7, null, 220, 435, 261, Column(2)),
        _ => null,
    };

    private static IReadOnlyList<uint> Column(int column)
    {
        using var file = new StreamReader(typeof(RefusedCalls).Assembly.GetManifestResourceStream("ParseHost/refused-calls.tsv")!);
        return
        [
            .. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
                .Select(line => line.Split('\t')[column]).Where(number => number != "-").Select(number => uint.Parse(number, CultureInfo.InvariantCulture)),
        ];
    }
}
