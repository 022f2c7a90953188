namespace Resumai.SecondOpinion;

/// <summary>Which model is asked. Without an address none is, and nothing leaves the machine.</summary>
/// <param name="Address">Base address of an OpenAI-compatible service, with its version: <c>http://127.0.0.1:11434/v1</c>.</param>
/// <param name="Model">The model's name at that service.</param>
/// <param name="Key">Sent as a bearer token; null where the service wants none.</param>
/// <param name="TimeLimit">The longest a document waits for an answer.</param>
public sealed record SecondOpinionOptions(Uri Address, string Model, string? Key, TimeSpan TimeLimit)
{
    public const int DefaultSeconds = 20, MostSeconds = 300;

    /// <summary>An absolute http or https address.</summary>
    public static Uri? ReadAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
