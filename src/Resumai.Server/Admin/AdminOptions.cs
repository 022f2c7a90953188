using System.CommandLine;
using Resumai.Server.Accounts;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;

namespace Resumai.Server.Admin;

/// <summary>Options that several admin commands share, with their checks.</summary>
internal static class AdminOptions
{
    public static Option<string?> Data { get; } = new("--data") { Description = $"The data folder (RESUMAI_DATA, else {ServerConfiguration.DefaultData})." };

    public static Option<string> Email { get; } = Checked(new Option<string>("--email") { Description = "The account's e-mail address.", Required = true },
        value => AccountOpening.IsAddress(value ?? "") ? null : "must be an e-mail address");

    public static Option<string> KeyId { get; } = Checked(new Option<string>("--key-id") { Description = "The key's id, as list-keys prints it.", Required = true },
        value => UuidConstraint.TryParse(value, out _) ? null : "must be a key's id");

    /// <summary>Adds a check to an option; <paramref name="fault"/> answers null for allowed values.</summary>
    public static Option<T> Checked<T>(Option<T> option, Func<T?, string?> fault)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && fault(result.GetValueOrDefault<T>()) is { } sentence) result.AddError($"{option.Name} {sentence}.");
        });
        return option;
    }

    /// <summary>One of few words; null when it is not given.</summary>
    public static Option<string?> OneOf(string name, string description, params string[] allowed) =>
        Checked(new Option<string?>(name) { Description = description }, value => allowed.Contains(value) ? null : $"must be one of {string.Join(", ", allowed)}");

    /// <summary>A whole number within a range.</summary>
    public static Option<long?> Number(string name, string description, long min, long max) =>
        Checked(new Option<long?>(name) { Description = description }, value => value >= min && value <= max ? null : $"must be from {min} to {max}");
}
