using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Control words that say where the text of a group goes (specification 1.9.1, "Destination").</summary>
internal sealed class RtfDestinations(RtfStories stories, RtfTables tables)
{
    public RtfHeader Header { get; } = new(tables);
    /// <summary>Text that is neither printed nor part of a table: marks of list items, properties of shapes.</summary>
    public StringBuilder Captured { get; } = new();
    private string _property = "";

    /// <summary>True when the word is a destination, which the group then has.</summary>
    public bool Enter(string word, bool starred, RtfGroup group)
    {
        switch (word)
        {
            case "fonttbl": group.Destination = RtfDestination.FontTable; return true;
            case "colortbl": group.Destination = RtfDestination.ColorTable; return true;
            case "stylesheet": group.Destination = RtfDestination.StyleSheet; return true;
            case "header" or "headerl" or "headerr" or "headerf" or "footer" or "footerl" or "footerr" or "footerf" when group.Destination != RtfDestination.Skip:
                stories.Begin(group, nodes => stories.AddMargin(word, nodes));
                return true;
            case "footnote" when group.Destination != RtfDestination.Skip: stories.Begin(group, stories.Notes.Add); return true;
            case "field" when group.Destination is RtfDestination.Text or RtfDestination.Instruction: group.Field = new RtfField(); return true;
            case "fldinst" when group.Field is not null && group.Destination != RtfDestination.Skip: group.Destination = RtfDestination.Instruction; return true;
            case "fldrslt" when group.Destination != RtfDestination.Skip:
                group.Url = FieldStack.UrlOf(group.Field?.Instruction.ToString()) ?? group.Url;
                return true;
            case "listtext" or "pntext" when group.Destination == RtfDestination.Text: ListText(group); return true;
            case "shp" when group.Destination != RtfDestination.Skip: group.Shape = new RtfShape(); return true;
            // Drawings for old programs: the same again where a shape stands for it.
            case "do" when group.Destination != RtfDestination.Skip: group.Shape = new RtfShape(); return true;
            case "shpinst" when group.Destination != RtfDestination.Skip: return true;
            case "nesttableprops" when group.Destination != RtfDestination.Skip:
                (group.Row, group.InNestedRow) = (new RtfRow(tables), true);
                return true;
            case "sp" when group.Shape is not null: _property = ""; return true;
            case "sn" when group.Shape is not null: Capture(group, RtfDestination.ShapeName, text => _property = text); return true;
            case "sv" when group.Shape is { } shape: Capture(group, RtfDestination.ShapeValue, text => shape.Set(_property, text)); return true;
            case "shptxt" or "dptxbxtext" when group.Destination != RtfDestination.Skip: TextBox(group); return true;
            case "upr": (group.Around, group.Destination) = (group.Destination, RtfDestination.Skip); return true;
            case "ud": group.Destination = group.Around; return true;
            case "result" when group.Destination != RtfDestination.Skip: return true;
            case "shprslt" or "shppict" or "nonshppict" or "pict" or "info" or "nonesttables" or "xe" or "tc" or "rxe" or "objdata" or "objclass" or "bkmkstart" or "bkmkend"
                or "pnseclvl" or "formfield" or "template" or "private" or "ftnsep" or "ftnsepc" or "ftncn" or "aftnsep" or "aftnsepc" or "aftncn" or "falt" or "panose" or "comment":
                group.Destination = RtfDestination.Skip;
                return true;
        }
        // Destinations nobody here knows are skipped whole, as their star asks.
        if (starred && word is not "cs" and not "ts" and not "ds") group.Destination = RtfDestination.Skip;
        return starred && group.Destination == RtfDestination.Skip;
    }

    private void Capture(RtfGroup group, RtfDestination destination, Action<string> keep)
    {
        group.Destination = destination;
        Captured.Clear();
        group.AtEnd = _ =>
        {
            keep(Captured.ToString().Trim());
            Captured.Clear();
        };
    }

    private void ListText(RtfGroup group)
    {
        tables.WritesListText = true;
        var next = group.ListMark;
        Capture(group, RtfDestination.ListText, text => next.Set(Mark(text)));
    }

    /// <summary>A number stays as printed; every sign is a bullet ("o" of Courier and "§" of Wingdings are drawn so).</summary>
    private static string? Mark(string text) => text.Length == 0 ? null : text is not ("o" or "§") && text.Any(char.IsLetterOrDigit) ? text : "•";

    private void TextBox(RtfGroup group)
    {
        var (anchor, shape) = (group.Story, group.Shape ?? new RtfShape());
        group.Ground = shape.Ground(group.Ground);
        group.Shape = null;
        stories.Begin(group, nodes => anchor.Add(shape.Around(nodes)));
    }
}
