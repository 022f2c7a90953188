namespace Resumai.Server.Lists;

/// <summary>Where a page ended: the sort value of its last row as text, null for a row that has none, and the row's id.</summary>
public sealed record Position(string? Key, Guid Id);

/// <summary>Rows in order that are read at a time.</summary>
/// <param name="After">They follow it; null: they are the first.</param>
/// <param name="Take">How many at most.</param>
public sealed record Stretch(Position? After, int Take);
