using System.Globalization;
using Resumai.SecondOpinion;

namespace Resumai.Cli.Parse;

/// <summary>The settings of a second opinion as environment variables, the same that the server reads. Without an address there is none.</summary>
internal static class SecondOpinionSettings
{
    private const string Prefix = "RESUMAI_SECONDOPINION__";

    /// <param name="fault">A sentence when a setting is not allowed.</param>
    public static SecondOpinionOptions? Read(Func<string, string?> variable, out string? fault)
    {
        fault = null;
        string? Value(string name) => variable(Prefix + name)?.Trim() is { Length: > 0 } value ? value : null;
        if (Value("ADDRESS") is not { } text) return null;
        var seconds = SecondOpinionOptions.DefaultSeconds;
        if (SecondOpinionOptions.ReadAddress(text) is not { } address) fault = Prefix + "ADDRESS must be an http or https address.";
        else if (Value("MODEL") is not { } model) fault = Prefix + "MODEL must name the model to ask.";
        else if (Value("TIMELIMITSECONDS") is { } limit && (!int.TryParse(limit, CultureInfo.InvariantCulture, out seconds) || seconds is < 1 or > SecondOpinionOptions.MostSeconds))
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"{Prefix}TIMELIMITSECONDS must be a whole number from 1 to {SecondOpinionOptions.MostSeconds}.");
        }
        else return new SecondOpinionOptions(address, model, Value("KEY"), TimeSpan.FromSeconds(seconds));
        return null;
    }
}
