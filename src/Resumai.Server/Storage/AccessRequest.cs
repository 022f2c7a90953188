namespace Resumai.Server.Storage;

/// <summary>Somebody asks for an account to develop with; the operator approves or declines.</summary>
public sealed class AccessRequest
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Lower case; one open request an address.</summary>
    public required string Email { get; init; }
    public required string Company { get; init; }
    public required string UseCase { get; init; }
    /// <summary>CVs a month: one of <see cref="MonthlyVolume"/>.</summary>
    public required string Volume { get; init; }
    /// <summary>What they integrate with, in their words; may be empty.</summary>
    public required string Tooling { get; init; }
    /// <summary>Of the answer that is sent to them: <c>en</c>, <c>de</c>, …</summary>
    public required string Language { get; init; }
    public required DateTime CreatedAt { get; init; }
    /// <summary>One of <see cref="AccessState"/>.</summary>
    public required string State { get; set; }
    public DateTime? DecidedAt { get; set; }
    /// <summary>The operator's address.</summary>
    public string? DecidedBy { get; set; }
    /// <summary>Why it was declined.</summary>
    public string? Reason { get; set; }
    /// <summary>The account that was opened. No foreign key: the request outlives it.</summary>
    public Guid? AccountId { get; set; }
}

public static class AccessState
{
    public const string Open = "open";
    public const string Approved = "approved";
    public const string Declined = "declined";

    public static IReadOnlyList<string> All { get; } = [Open, Approved, Declined];
}

/// <summary>How many CVs a month somebody expects.</summary>
public static class MonthlyVolume
{
    public static IReadOnlyList<string> All { get; } = ["under_100", "under_1000", "under_10000", "under_100000", "more"];
}
