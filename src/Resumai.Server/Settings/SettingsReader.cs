using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Resumai.Server.Settings;

/// <summary>
/// Reads settings with their default and range in code, and gathers every fault: all are told at once, each with its key and
/// the values allowed. A key of <c>resumai.json</c> that nobody reads is a fault too. Not thread-safe; used while starting.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration, IConfiguration? file = null)
{
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Value, bool IsGiven)> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What was read until now.</summary>
    public EffectiveSettings Effective => EffectiveSettings.Of(_seen);

    public int Integer(string key, int fallback, int min, int max)
    {
        var text = Value(key, fallback.ToString(CultureInfo.InvariantCulture));
        if (text is null) return fallback;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max) return value;
        Fault(key, $"must be a whole number from {min} to {max}");
        return fallback;
    }

    /// <summary>Whole seconds.</summary>
    public TimeSpan Seconds(string key, int fallback, int min, int max) => TimeSpan.FromSeconds(Integer(key, fallback, min, max));

    public string OneOf(string key, string fallback, params string[] allowed)
    {
        var text = Value(key, fallback);
        if (text is null) return fallback;
        if (Array.Find(allowed, a => a.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } value) return value;
        Fault(key, $"must be one of {string.Join(", ", allowed)}");
        return fallback;
    }

    public string Text(string key, string fallback) => Value(key, fallback) ?? fallback;

    /// <summary>A list: an array in the file, or separated by commas. <paramref name="parse"/> answers null for what is not allowed.</summary>
    public IReadOnlyList<T> List<T>(string key, string allowed, Func<string, T?> parse) where T : class
    {
        var single = Value(key, "");
        string[] texts = single is null
            ? [.. configuration.GetSection(key).GetChildren().Select(c => c.Value ?? "")]
            : single.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length > 0) _seen[key] = (string.Join(", ", texts), true);
        var values = new List<T>();
        foreach (var text in texts)
        {
            if (parse(text) is { } value) values.Add(value);
            else Fault(key, $"each entry must be {allowed}");
        }
        return values;
    }

    /// <summary>Adds a fault found by other means.</summary>
    public void Fault(string key, string sentence)
    {
        var fault = $"{key}: {sentence}";
        if (!_faults.Contains(fault)) _faults.Add(fault);
    }

    /// <exception cref="InvalidSettingsException">One or more settings are not allowed; it names them all.</exception>
    public void ThrowIfInvalid()
    {
        foreach (var (key, value) in file?.AsEnumerable() ?? [])
        {
            if (value is not null && !IsRead(key)) Fault(key, "is not a setting");
        }
        ThrowIfFaulty();
    }

    /// <summary>The same for a command that does not read them all.</summary>
    /// <exception cref="InvalidSettingsException">One or more of those that were read are not allowed; it names them all.</exception>
    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0) throw new InvalidSettingsException(_faults);
    }

    private bool IsRead(string key) =>
        _keys.Contains(key) || (key.LastIndexOf(':') is > 0 and var end && _keys.Contains(key[..end]));

    private string? Value(string key, string fallback)
    {
        _keys.Add(key);
        var value = string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();
        _seen[key] = (value ?? fallback, value is not null);
        return value;
    }
}

/// <summary>The configuration is not usable; the server does not start.</summary>
public sealed class InvalidSettingsException(IReadOnlyList<string> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
