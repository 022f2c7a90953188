using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Resumai.Server.Audit;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Writes down who signed in or tried to. An address that nobody has is not kept: it may be a password in the wrong field.</summary>
public sealed class SignInLog(AuditLog audit, UserManager<User> users, IHttpContextAccessor requests)
{
    public const string Password = "password";
    public const string Code = "code";
    public const string Passkey = "passkey";

    /// <param name="how">One of the three.</param>
    public Task SucceededAsync(User? user, string how) => WriteAsync(AuditAction.SignedIn, user, how);

    public Task FailedAsync(User? user, string how) => WriteAsync(AuditAction.SignInFailed, user, how);

    public Task<User?> FindAsync(string? email) => string.IsNullOrWhiteSpace(email) ? Task.FromResult<User?>(null) : users.FindByNameAsync(email.Trim());

    /// <summary>Whose passkey it is, by the JSON of the browser's answer; null for anything else.</summary>
    public async Task<User?> FindByPasskeyAsync(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            return json.RootElement.TryGetProperty("id", out var id) && id.GetString() is { } text ? await users.FindByPasskeyIdAsync(WebEncoders.Base64UrlDecode(text)) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private Task WriteAsync(string action, User? user, string how) =>
        audit.WriteAsync(action, new Actor(user?.Email ?? "", WhoActs.AddressOf(requests.HttpContext)), user?.AccountId, detail: how);
}
