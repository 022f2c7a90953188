using Resumai.Server.Jobs.Hosts;

namespace Resumai.Server.Tests.Jobs.Hosts;

/// <summary>What is written to the files of a control group; a folder stands in for the kernel's, which most machines do not hand over.</summary>
public sealed class MemoryGroupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resumai-group-").FullName;

    [Fact]
    public void A_group_handed_over_is_divided_and_each_host_gets_its_limit()
    {
        Write("cgroup.controllers", "cpu memory pids\n");
        Write("cgroup.subtree_control", "\n");
        Write("cgroup.procs", "17\n18\n");

        var groups = MemoryGroups.Prepare(_folder).ShouldNotBeNull();
        Read("cgroup.subtree_control").ShouldBe("+memory");
        Read("resumai-server/cgroup.procs").ShouldBe("18", "each process is written by itself");

        using var group = groups.Make(256).ShouldNotBeNull();
        group.Add(19).ShouldBeTrue();
        var made = Directory.GetDirectories(_folder, "resumai-host-*").Single();
        File.ReadAllText(Path.Combine(made, "memory.max")).ShouldBe("268435456");
        File.ReadAllText(Path.Combine(made, "cgroup.procs")).ShouldBe("19");
        File.WriteAllText(Path.Combine(made, "memory.events"), "low 0\noom 1\noom_kill 1\n");
        group.RanOut().ShouldBeTrue();
    }

    [Fact]
    public void A_group_without_the_memory_controller_is_left_alone()
    {
        Write("cgroup.controllers", "cpu pids\n");
        Write("cgroup.procs", "17\n");

        MemoryGroups.Prepare(_folder).ShouldBeNull();

        Directory.GetFileSystemEntries(_folder).Length.ShouldBe(2);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));
}
