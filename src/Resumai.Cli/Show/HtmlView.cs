using System.Net;
using System.Text;
using Resumai.Reading;
using Resumai.Sections;

namespace Resumai.Cli.Show;

/// <summary>One HTML file that needs no other: the pages with switchable layers, the warnings, and the record's values beside them.</summary>
internal static class HtmlView
{
    /// <param name="picture">The picture of a page as a data address; null where there is none.</param>
    public static string Write(ShownDocument document, Layers layers, int? page, Func<Page, string?> picture)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Encode(document.Name)} · Resumai</title>\n<style>\n{Resource("show.css")}</style></head>\n");
        html.Append($"<body class=\"{string.Join(' ', LayerNames.All.Where(l => layers.HasFlag(l.Layer)).Select(l => "show-" + l.Name))}\">\n");
        Head(html, document, layers);
        html.Append("<main>\n<svg width=\"0\" height=\"0\" class=\"defs\"><defs><marker id=\"arrow\" viewBox=\"0 0 6 6\" refX=\"5\" refY=\"3\" markerWidth=\"4\" markerHeight=\"4\" orient=\"auto\"><path d=\"M0 0L6 3L0 6z\"/></marker></defs></svg>\n");
        if (document.HasPlaces)
        {
            foreach (var shown in document.Pages.Where(p => page is null || p.Number == page)) SvgPage.Write(html, document, shown, picture(shown));
        }
        else
        {
            FlowView.Write(html, document);
        }
        html.Append("</main>\n");
        Values(html, document);
        html.Append($"<script>\n{Resource("show.js")}</script></body></html>\n");
        return html.ToString();
    }

    private static void Head(StringBuilder html, ShownDocument document, Layers layers)
    {
        var record = document.Record;
        html.Append($"<header><h1>{Encode(document.Name)}</h1><p>{Encode(document.Arranged.Source.Format.Name)}, {record.Document.PageCount?.ToString() ?? "no"} pages, language {Encode(record.Language ?? "unknown")}, a CV with probability {LineNotes.Number(record.Document.IsCvProbability)}, confidence {LineNotes.Number(record.Confidence)}</p>\n");
        foreach (var warning in record.Warnings) html.Append($"<p class=\"warning\"><b>{Encode(warning.Code)}</b>{(warning.Page is { } number ? $" page {number}" : "")}: {Encode(warning.Message)}</p>\n");
        html.Append("<fieldset><legend>Layers</legend>");
        foreach (var (index, (layer, name)) in LayerNames.All.Index())
        {
            html.Append($"<label><input type=\"checkbox\" value=\"{name}\"{(layers.HasFlag(layer) ? " checked" : "")}> {name} <kbd>{index + 1}</kbd></label> ");
        }
        html.Append("</fieldset>\n<p class=\"legend\">");
        foreach (var kind in document.Arranged.Lines.Select(document.KindOf).OfType<SectionKind>().Distinct())
        {
            html.Append($"<span style=\"background:{SectionColors.Css(kind)}\">{kind.ToString().ToLowerInvariant()}</span> ");
        }
        html.Append("</p></header>\n");
    }

    private static void Values(StringBuilder html, ShownDocument document)
    {
        html.Append("<aside><h2>Record</h2><table>\n");
        foreach (var value in document.Values)
        {
            html.Append($"<tr data-pointer=\"{Encode(value.Pointer)}\" tabindex=\"0\"><th>{Encode(value.Pointer)}</th><td>{Encode(LineNotes.Visible(value.Value))}{(value.Value == value.Evidence.Text ? "" : $"<br><small>{Encode(LineNotes.Visible(value.Evidence.Text))}</small>")}</td><td>{LineNotes.Number(value.Evidence.Confidence)}</td></tr>\n");
        }
        html.Append("</table></aside>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(HtmlView).Assembly.GetManifestResourceStream($"Show/{name}")!);
        return reader.ReadToEnd();
    }
}
