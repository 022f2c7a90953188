namespace Resumai.Server.Storage;

/// <summary>Something that somebody did and that others may have to account for. Rows are only added, and deleted when they are old.</summary>
public sealed class AuditEntry
{
    /// <summary>Begins with the time.</summary>
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    /// <summary>The e-mail address of whoever did it; <c>command line</c>; empty when nobody is known.</summary>
    public required string By { get; init; }
    /// <summary>The address of the network it came from; null: from the server's own machine.</summary>
    public string? Address { get; init; }
    /// <summary>One of <c>AuditAction</c>.</summary>
    public required string Action { get; init; }
    /// <summary>The account it concerns. No foreign key: the entry outlives it.</summary>
    public Guid? AccountId { get; init; }
    /// <summary>On what: the name of a key, an address, the id of a CV. Never content of a CV.</summary>
    public string? Subject { get; init; }
    /// <summary>From what to what, or why.</summary>
    public string? Detail { get; init; }
}

/// <summary>A customer lets the operator look at one document for a time. Withdrawn, the row is gone.</summary>
public sealed class SupportConsent
{
    public required Guid AssetId { get; init; }
    /// <summary>E-mail address of whoever gave it.</summary>
    public required string By { get; set; }
    public required DateTime GivenAt { get; set; }
    public required DateTime Until { get; set; }
}

/// <summary>An owner lets the operator look at all documents of the account that could not be read, for a time. Withdrawn, the row is gone.</summary>
public sealed class AccountConsent
{
    public required Guid AccountId { get; init; }
    /// <summary>E-mail address of whoever gave it.</summary>
    public required string By { get; init; }
    public required DateTime GivenAt { get; init; }
    public required DateTime Until { get; init; }
}
