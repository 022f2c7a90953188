namespace Resumai.Server.Storage;

/// <summary>A customer: keys, credits and CVs belong to it.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }
    /// <summary>Lower case, unique.</summary>
    public required string Email { get; init; }
    /// <summary><c>free</c> or <c>paid</c>.</summary>
    public required string Tier { get; set; }
    /// <summary>Sum of the account's ledger, kept by the same transactions; the database refuses values below zero.</summary>
    public long Credits { get; set; }
    /// <summary>Its own limits; null means the tier's.</summary>
    public int? PerMinute { get; set; }
    public int? PerDay { get; set; }
    public bool IsOperator { get; set; }
    /// <summary>Since when its keys and sessions are refused; null: they are not.</summary>
    public DateTime? SuspendedAt { get; set; }
    /// <summary>Why, for the customer to read.</summary>
    public string? SuspendedReason { get; set; }
    public required DateTime CreatedAt { get; init; }
    /// <summary>When its owner closed it; what belongs to it is being erased.</summary>
    public DateTime? ClosedAt { get; set; }
}

/// <summary>A bearer key. Only its SHA-256 is kept.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Name { get; set; }
    public required byte[] Hash { get; init; }
    /// <summary>Its first characters ("rsm_live_ab12"), to tell keys apart.</summary>
    public required string Prefix { get; init; }
    /// <summary><c>live</c> or <c>test</c>.</summary>
    public required string Environment { get; init; }
    /// <summary>Space-separated.</summary>
    public required string Scopes { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? ExpiresAt { get; set; }
    public DateTime? LastUsedAt { get; set; }
    public DateTime? RevokedAt { get; set; }
    /// <summary>The key that took its place by rotation.</summary>
    public Guid? RotatedTo { get; set; }
}

/// <summary>One movement of credits. Rows are never changed.</summary>
public sealed class LedgerEntry
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary><c>grant</c>, <c>top_up</c>, <c>charge</c>, <c>refund</c> or <c>adjustment</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>Signed: a charge is -1.</summary>
    public required long Credits { get; init; }
    public long? AmountEurCents { get; init; }
    public Guid? AssetId { get; init; }
    /// <summary>Why, in the words of <see cref="By"/>; null where the kind says it.</summary>
    public string? Reason { get; init; }
    /// <summary>The address of the operator who moved them by hand.</summary>
    public string? By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>Requests of an account on one UTC day.</summary>
public sealed class DayCount
{
    public required Guid AccountId { get; init; }
    public required DateOnly Day { get; init; }
    public long Requests { get; set; }
}

/// <summary>Requests of an account to one endpoint on one UTC day.</summary>
public sealed class EndpointCount
{
    public required Guid AccountId { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Method and path under the API, its parts that vary in braces: <c>GET /files/assets/{asset_id}</c>.</summary>
    public required string Endpoint { get; init; }
    public long Requests { get; set; }
}

/// <summary>The answer to a POST with an Idempotency-Key, kept 24 h; committed with the effect.</summary>
public sealed class IdempotencyRow
{
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public required string Key { get; init; }
    /// <summary>SHA-256 over the meaning of the request.</summary>
    public required byte[] Fingerprint { get; init; }
    public required int Status { get; init; }
    public required string ContentType { get; init; }
    public string? Location { get; init; }
    public required byte[] Body { get; init; }
    public required DateTime CreatedAt { get; init; }
}
