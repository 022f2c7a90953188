namespace Resumai.Tests;

/// <summary>Places in the checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Resumai.slnx"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run the tests inside the repository.");
        return folder;
    }
}
