using System.Text.RegularExpressions;

namespace Resumai.Tests;

/// <summary>Holds the direction of dependencies that CONTRIBUTING draws: read from the source text, so a using is enough to fail.</summary>
public partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    /// <summary>Folder under src → namespaces that nothing in it may name.</summary>
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Resumai", ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "System.Net", "Resumai.Server", "Resumai.Cli"] },
        { "Resumai/Text", ["Resumai.Reading", "Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "Resumai.Master", "Resumai.Normalize", "Resumai.Knowledge"] },
        { "Resumai/Knowledge", ["Resumai.Reading", "Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "Resumai.Master", "Resumai.Normalize"] },
        { "Resumai/Normalize", ["Resumai.Reading", "Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "Resumai.Master"] },
        { "Resumai/Reading", ["Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "Resumai.Normalize"] },
        { "Resumai/Layout", ["Resumai.Sections", "Resumai.Fields"] },
        { "Resumai/Tagging", ["Resumai.Reading", "Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "Resumai.Master", "Resumai.Normalize", "Resumai.Knowledge"] },
        { "Resumai/Sections", ["Resumai.Fields"] },
        { "Resumai.Cli", ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Resumai.Server"] },
        { "Resumai.SecondOpinion", ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Resumai.Server", "Resumai.Cli", "Resumai.Layout", "Resumai.Fields"] },
        { "Resumai.Server", ["using Resumai.Cli", "Resumai.Layout", "Resumai.Sections", "Resumai.Fields", "UglyToad", "DocumentFormat.OpenXml"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Dependencies_point_downwards(string folder, string[] forbidden)
    {
        var offences =
            from file in Directory.EnumerateFiles(Path.Combine(Root, "src", folder), "*.cs", SearchOption.AllDirectories)
            let code = Comments().Replace(File.ReadAllText(file), "")
            from name in forbidden
            where code.Contains(name, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Root, file)} names {name}";

        offences.ShouldBeEmpty();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Resumai.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the tests inside the repository.");
    }

    [GeneratedRegex(@"//[^\n]*", RegexOptions.None, 1000)]
    private static partial Regex Comments();
}
