using System.Net;
using System.Text;
using Resumai.Layout;

namespace Resumai.Cli.Show;

/// <summary>Documents without pages: their blocks one under another, each line with its number, and the values found in it.</summary>
internal static class FlowView
{
    public static void Write(StringBuilder html, ShownDocument document)
    {
        html.Append("<div class=\"flow\">\n");
        foreach (var (index, block) in document.Arranged.Blocks.Index())
        {
            html.Append($"<section><h2>{Encode(TextView.BlockTitle(index, block, hasPlaces: false))}</h2>\n");
            foreach (var line in block.Lines) Write(html, document, line);
            html.Append("</section>\n");
        }
        html.Append("</div>\n");
    }

    private static void Write(StringBuilder html, ShownDocument document, TextLine line)
    {
        var kind = document.KindOf(line);
        html.Append($"<p style=\"--kind:{SectionColors.Css(kind)};margin-left:{LineNotes.Number(line.Indent)}pt\"{(document.IsHeading(line) ? " class=\"heading\"" : "")} title=\"{Encode($"{kind?.ToString().ToLowerInvariant() ?? "no section"} [{LineNotes.Of(line)}]")}\">");
        html.Append($"<span class=\"index\">{line.Index}</span> {(line.Bullet is null ? "" : Encode(LineNotes.Visible(line.Bullet)) + " ")}{Encode(LineNotes.Visible(line.Text))}");
        foreach (var value in document.ValuesOf(line)) html.Append($" <span class=\"found\" data-pointer=\"{Encode(value.Pointer)}\" title=\"{Encode(value.Value)}\">{Encode(value.Pointer)}</span>");
        html.Append("</p>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
