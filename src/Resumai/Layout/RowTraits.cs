namespace Resumai.Layout;

/// <summary>How a row is written, as far as it tells columns from rows.</summary>
[Flags]
internal enum RowTraits
{
    None = 0,
    /// <summary>Nothing but a date or range.</summary>
    Dated = 1,
    HoldsYear = 2,
    /// <summary>It begins with the mark of a list.</summary>
    Mark = 4,
    Bold = 8,
    BeginsSmall = 16,
    BeginsWithDigit = 32,
    EndsWithColon = 64,
    /// <summary>Letters, and none of them small.</summary>
    Capitals = 128,
}

internal static class RowTrait
{
    public static RowTraits Of(TextRow row)
    {
        var (year, small, large) = (false, false, false);
        foreach (var segment in row.Segments)
        {
            foreach (var word in segment.Words)
            {
                year = year || DateShape.HoldsYear(word.Text);
                foreach (var letter in word.Text)
                {
                    small = small || char.IsLower(letter);
                    large = large || char.IsUpper(letter);
                }
            }
        }
        var first = SideShape.FirstLetter(row);
        return (row.LooksDated ? RowTraits.Dated : RowTraits.None) | (year ? RowTraits.HoldsYear : RowTraits.None) | (large && !small ? RowTraits.Capitals : RowTraits.None)
            | (row.Segments[0].StartsWithMark ? RowTraits.Mark : RowTraits.None) | (row.Main.Font.Bold ? RowTraits.Bold : RowTraits.None)
            | (char.IsLower(first) ? RowTraits.BeginsSmall : RowTraits.None) | (char.IsDigit(first) ? RowTraits.BeginsWithDigit : RowTraits.None)
            | (row.Segments[^1].Words[^1].Text[^1] == ':' ? RowTraits.EndsWithColon : RowTraits.None);
    }
}
