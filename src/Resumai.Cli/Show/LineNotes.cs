using System.Globalization;
using System.Text;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>What is known of a line beside its text, for people.</summary>
internal static class LineNotes
{
    /// <summary>"Lato 10.5 bold, gap 0.5, indent 12": what is nought is left out.</summary>
    public static string Of(TextLine line)
    {
        var notes = new List<string> { Of(line.Font) };
        if (line.GapAbove > 0) notes.Add($"gap {Number(line.GapAbove)}");
        if (line.Indent > 0) notes.Add($"indent {Number(line.Indent)}");
        if (line.Style is { } style) notes.Add($"style {style}");
        if (line.OutlineLevel is { } level) notes.Add($"outline {level}");
        if (line.Cell is { } cell) notes.Add($"table {cell.Table} row {cell.Row} column {cell.Column}");
        if (line.Paragraph is { } paragraph) notes.Add($"paragraph {paragraph}");
        notes.AddRange(line.Links.Select(l => $"\"{Visible(line.Text.Substring(l.Start, l.Length))}\" → {l.Url}"));
        return string.Join(", ", notes);
    }

    /// <summary>Tabs, which part the segments of a line, as ⇥; icons, which have no letter, as ◈.</summary>
    public static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\t') result.Append(" ⇥ ");
            else result.Append(char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse ? '◈' : char.IsControl(c) ? ' ' : c);
        }
        return result.ToString();
    }

    public static string Of(Box box) => $"{Number(box.Left)} {Number(box.Top)} {Number(box.Right)} {Number(box.Bottom)}";

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Of(Font font) =>
        $"{(font.Name.Length == 0 ? "unknown font" : font.Name)} {Number(font.Size)}{(font.Bold ? " bold" : "")}{(font.Italic ? " italic" : "")}";
}
