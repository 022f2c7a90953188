namespace Resumai.Hosting;

/// <summary>
/// What a parse host may read of the machine, whatever keeps it from the rest: programs, libraries, fonts and language models, which are the
/// same for everyone; nothing of <c>/etc</c>, <c>/home</c> or <c>/var</c> that says whose machine it is.
/// </summary>
public static class ReadablePaths
{
    private static readonly string[] OfEveryMachine = ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/alternatives"];

    /// <summary>Paths that are not there are left out.</summary>
    /// <param name="program">Folder of the host's own program.</param>
    /// <param name="runtime">Root of the .NET installation it runs on.</param>
    /// <param name="hidden">A folder that is never among them, wherever it lies: of what holds it, all else is named.</param>
    public static IReadOnlyList<string> Of(string program, string runtime, string? hidden = null)
    {
        string[] paths = [.. OfEveryMachine, program, runtime, .. Named("TESSDATA_PREFIX"), .. Named("LD_LIBRARY_PATH")];
        return
        [
            .. paths.Where(path => path.StartsWith('/')).Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))
                .Where(path => path != "/" && (Directory.Exists(path) || File.Exists(path))).Distinct(StringComparer.Ordinal).SelectMany(path => Without(hidden, path)),
        ];
    }

    private static IEnumerable<string> Without(string? hidden, string path) =>
        hidden is null || !(hidden + "/").StartsWith(path + "/", StringComparison.Ordinal) ? [path]
        : hidden == path ? []
        : Directory.EnumerateFileSystemEntries(path).SelectMany(entry => Without(hidden, entry));

    private static string[] Named(string variable) => (Environment.GetEnvironmentVariable(variable) ?? "").Split(':');
}
