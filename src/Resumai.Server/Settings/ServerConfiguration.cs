using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Resumai.Server.Settings;

/// <summary>
/// The configuration that <c>serve</c> and <c>admin</c> share. Later wins: defaults in code, <c>DIR/resumai.json</c>,
/// environment variables (<c>RESUMAI_QUEUE__BOUND=1000</c> is <c>Queue:Bound</c>), the command line.
/// </summary>
public sealed record ServerConfiguration(DataFolder Data, IReadOnlyList<string> Urls, IConfigurationRoot Values, IConfigurationRoot File)
{
    public const string DefaultUrl = "http://127.0.0.1:8080";
    public const string DefaultData = "./data";

    /// <param name="data">The <c>--data</c> option; null: <c>RESUMAI_DATA</c>, else <c>./data</c>.</param>
    /// <param name="urls">The <c>--urls</c> option, separated by semicolons.</param>
    /// <param name="overrides">Settings that win over all, for callers in the same process.</param>
    /// <exception cref="InvalidSettingsException">The settings file cannot be read.</exception>
    public static ServerConfiguration Load(string? data, string? urls, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var environment = new ConfigurationBuilder().Add(new EnvironmentVariablesConfigurationSource { Prefix = "RESUMAI_" }).Build();
        var folder = new DataFolder(Path.GetFullPath(data ?? environment["Data"] ?? DefaultData));
        var file = LoadFile(folder);
        var values = new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddConfiguration(environment)
            .AddInMemoryCollection(overrides ?? new Dictionary<string, string?>())
            .Build();
        var reader = new SettingsReader(values);
        var addresses = (urls ?? reader.Text("Urls", DefaultUrl)).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses.Where(a => !IsAddress(a)))
        {
            reader.Fault("Urls", $"'{address}' must be like {DefaultUrl}; several are separated by semicolons");
        }
        reader.ThrowIfInvalid();
        return new ServerConfiguration(folder, addresses, values, file);
    }

    /// <summary>A reader over all values that knows which keys stand in the file.</summary>
    public SettingsReader Reader()
    {
        var reader = new SettingsReader(Values, File);
        reader.Text("Urls", DefaultUrl);
        return reader;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static IConfigurationRoot LoadFile(DataFolder folder)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(folder.SettingsFile, optional: true, reloadOnChange: false).Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new InvalidSettingsException([$"{Path.GetFileName(folder.SettingsFile)}: must be JSON ({e.InnerException?.Message ?? e.Message})"]);
        }
    }
}
