namespace Resumai.Master.Doubts;

/// <summary>The head of an entry whose values the parser is not sure of, as it is printed.</summary>
/// <param name="List">The record's list: <c>experience</c> or <c>education</c>.</param>
/// <param name="Index">Of the entry in it.</param>
/// <param name="Keys">The entry's keys that are doubtful or empty; only these may be answered.</param>
/// <param name="Lines">The lines, parted where a separator stands.</param>
public sealed record DoubtfulBlock(string List, int Index, IReadOnlyList<string> Keys, IReadOnlyList<PrintedLine> Lines);

/// <summary>A line, or the part of one between two separators, and where it stands.</summary>
/// <param name="Line">Parts of one line have the same number.</param>
/// <param name="Page">From 1; null in formats without pages.</param>
/// <param name="Box">[left, top, right, bottom] in PDF points; null in formats without pages.</param>
/// <param name="Paragraph">Index of the paragraph in formats without pages.</param>
public sealed record PrintedLine(string Text, int Line, int? Page, double[]? Box, int? Paragraph);

/// <summary>Says which lines of a block hold the value of a key: numbers from 1, in order.</summary>
/// <param name="Block">Number of the block among those asked about, from 1.</param>
public sealed record LineAnswer(int Block, string Key, IReadOnlyList<int> Lines);
