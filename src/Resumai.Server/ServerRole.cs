using Resumai.Server.Settings;

namespace Resumai.Server;

/// <summary>What a server does of the whole.</summary>
/// <param name="Serves">Answers the API and tidies up.</param>
/// <param name="Works">Parses.</param>
public sealed record ServerRole(string Name, bool Serves, bool Works)
{
    public const string Key = "Role";
    public const string Default = "all";
    public static readonly string[] Names = [Default, "api", "worker"];

    public static ServerRole Read(SettingsReader settings)
    {
        var name = settings.OneOf(Key, Default, Names);
        return new ServerRole(name, Serves: name != "worker", Works: name != "api");
    }
}
