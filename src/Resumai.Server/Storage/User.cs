using Microsoft.AspNetCore.Identity;

namespace Resumai.Server.Storage;

/// <summary>A person who signs in to the web app, for one account. The user name is the e-mail address.</summary>
public sealed class User : IdentityUser<Guid>
{
    public required Guid AccountId { get; init; }
    /// <summary>One of <see cref="UserRole"/>.</summary>
    public required string Role { get; set; }
    /// <summary>Of what is sent to them: <c>en</c>, <c>de</c>, …</summary>
    public required string Language { get; set; }
    public required DateTime CreatedAt { get; init; }
    /// <summary>Columns of the grid of CVs as they chose them last, separated by commas; null: they never chose.</summary>
    public string? GridColumns { get; set; }
}

/// <summary>A way to look at the CVs of an account that somebody gave a name; everybody of the account sees it.</summary>
public sealed class SavedView
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>Once in an account.</summary>
    public required string Name { get; init; }
    /// <summary>Filters, order and columns as the address of the grid has them: <c>?q=…&amp;sort=…</c>.</summary>
    public required string Query { get; set; }
    /// <summary>The address of whoever saved it last.</summary>
    public required string By { get; set; }
    public required DateTime SavedAt { get; set; }
}

/// <summary>What a user may do in their account.</summary>
public static class UserRole
{
    /// <summary>Everything: keys, money, people and the end of the account too.</summary>
    public const string Owner = "owner";
    /// <summary>All but keys, money and people.</summary>
    public const string Member = "member";
    /// <summary>Sees CVs and changes nothing.</summary>
    public const string Viewer = "viewer";
    /// <summary>Credits, orders, invoices and usage; no CVs.</summary>
    public const string Billing = "billing";

    public static IReadOnlyList<string> All { get; } = [Owner, Member, Viewer, Billing];
}

/// <summary>A link with which a person makes their sign-in, once. Only its SHA-256 is kept.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }
    public required byte[] Hash { get; init; }
    /// <summary>Null: the first operator, whose account is made with the sign-in.</summary>
    public Guid? AccountId { get; init; }
    /// <summary>Null: whoever has the link says it.</summary>
    public string? Email { get; init; }
    public required string Role { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }
}

/// <summary>A mail to send; where no mail server is configured the operator reads it in the outbox and passes it on.</summary>
public sealed class Mail
{
    public required Guid Id { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    /// <summary>Plain text.</summary>
    public required string Body { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? SentAt { get; set; }
    public int Attempts { get; set; }
    /// <summary>When it is tried next; null: not again.</summary>
    public DateTime? NextAttemptAt { get; set; }
    /// <summary>What the mail server said last.</summary>
    public string? Error { get; set; }
}
