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
    public static IReadOnlyList<string> Of(string program, string runtime)
    {
        string[] paths = [.. OfEveryMachine, Path.GetFullPath(program), Path.GetFullPath(runtime), .. Named("TESSDATA_PREFIX"), .. Named("LD_LIBRARY_PATH")];
        return [.. paths.Where(path => path.StartsWith('/') && path != "/" && (Directory.Exists(path) || File.Exists(path))).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Named(string variable) => (Environment.GetEnvironmentVariable(variable) ?? "").Split(':');
}
