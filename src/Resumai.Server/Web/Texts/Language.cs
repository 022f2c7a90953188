namespace Resumai.Server.Web.Texts;

/// <summary>The languages of the app.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Name">In itself.</param>
public sealed record Language(string Code, string Name)
{
    public const string Cookie = "resumai_language";
    public const string Default = "en";

    public static IReadOnlyList<Language> All { get; } =
    [
        new("en", "English"), new("de", "Deutsch"), new("fr", "Français"), new("es", "Español"), new("pt", "Português"), new("it", "Italiano"),
        new("nl", "Nederlands"), new("pl", "Polski"),
    ];

    /// <summary>What was chosen, else the best of what the browser asks for (RFC 9110 section 12.5.4), else English.</summary>
    public static string Of(HttpRequest request)
    {
        if (Known(request.Cookies[Cookie]) is { } chosen) return chosen;
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Known(l.Value.Value?.Split('-')[0]));
        return wanted.FirstOrDefault(l => l is not null) ?? Default;
    }

    /// <summary>The code when the app speaks it, else null.</summary>
    public static string? Known(string? code) => All.FirstOrDefault(l => l.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Code;
}
