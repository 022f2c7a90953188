namespace Resumai.Server.Lists;

/// <summary>Where a page ended: the sort value of its last row as text, null for a row that has none, and the row's id.</summary>
public sealed record Position(string? Key, Guid Id);
