using Resumai.Normalize.Dates;

namespace Resumai.Fields.Items;

/// <summary>One item of a section of small entries (a project, an award): its first line and what stands under it, without the date.</summary>
/// <param name="Head">The first line; segments apart by a tab.</param>
/// <param name="Below">The further lines, wrapped ones joined.</param>
/// <param name="Bold">How many characters at the start of the head are bold while the rest is not; 0 when all or none are.</param>
internal sealed record SectionItem(Passage Head, IReadOnlyList<Passage> Below, int Bold, Found<DateRange>? Date);
