namespace Resumai.Server.Web;

internal static class WebPaths
{
    /// <summary>The path when it is one of this server's, else the start page: nobody is led elsewhere by a link to us.</summary>
    public static string Local(string? path) =>
        path is ['/', not ('/' or '\\'), ..] or "/" && !path.Any(char.IsControl) ? path : "/";
}
