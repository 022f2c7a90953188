using System.Globalization;
using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>Reads the blocks of a story (body, header, note, cell, text box): paragraphs, headings, lists, tables, sections, drawings.</summary>
internal sealed class OdtBlocks(OdtStyles styles, HiddenText hidden)
{
    private readonly OdtLists _lists = new(styles);

    /// <summary>Content of the notes met so far.</summary>
    public List<IReadOnlyList<Node>> Notes { get; } = [];

    public List<Node> Read(XElement story, Ground ground)
    {
        var nodes = new List<Node>();
        Children(story, ground, null, nodes);
        return nodes;
    }

    private void Children(XElement parent, Ground ground, ListPlace? list, List<Node> nodes)
    {
        foreach (var child in parent.Elements())
        {
            if (child.Name.Namespace == DrawXml) nodes.AddRange(Boxes(child, ground));
            else if (child.Name.Namespace == TableXml && child.Name.LocalName == "table") nodes.Add(ReadTable(child, ground));
            else if (child.Name.Namespace == TextXml) Child(child, ground, list, nodes);
        }
    }

    private void Child(XElement child, Ground ground, ListPlace? list, List<Node> nodes)
    {
        switch (child.Name.LocalName)
        {
            case "p" or "h": Add(child, ground, list, nodes); break;
            case "list": List(child, ground, list, nodes); break;
            case "section" when IsHidden(child): hidden.Add(child.Value); break;
            // Deleted text is kept here; it is printed nowhere.
            case "tracked-changes": hidden.Add(string.Concat(child.Descendants(TextXml + "deletion").Elements().Where(e => e.Name.Namespace == TextXml).Select(e => e.Value))); break;
            case "sequence-decls" or "variable-decls" or "user-field-decls" or "dde-connection-decls" or "index-title-template" or "alphabetical-index-auto-mark-file": break;
            case var name when name.EndsWith("-source", StringComparison.Ordinal): break;
            default: Children(child, ground, list, nodes); break;
        }
    }

    private static bool IsHidden(XElement section) => (string?)section.Attribute(TextXml + "display") is "none" or "condition";

    private void Add(XElement source, Ground ground, ListPlace? list, List<Node> nodes)
    {
        hidden.Break();
        var style = (string?)source.Attribute(TextXml + "style-name");
        var shade = styles.Fill("paragraph", style, "paragraph-properties");
        var inline = new OdtInline(styles, hidden, ground.Under(shade)).Read(source);
        var boxes = inline.Drawings.SelectMany(d => Boxes(d, ground)).ToList();
        foreach (var note in inline.Notes.Select(n => n.Element(TextXml + "note-body")).OfType<XElement>()) Notes.Add(Read(note, ground));
        if (inline.Text.IsBlank)
        {
            nodes.Add(new ParagraphNode { Boxes = boxes });
            return;
        }
        var (level, mark) = Mark(source, style, list);
        var indent = OdtLength.Points(styles.Property("paragraph", style, "paragraph-properties", FoXml + "margin-left"));
        nodes.Add(new ParagraphNode
        {
            Runs = inline.Text.Runs,
            Boxes = boxes,
            Style = styles.DisplayName("paragraph", style),
            OutlineLevel = Outline(source, style),
            ListLevel = level,
            ListMark = mark,
            SpaceAbove = OdtLength.Points(styles.Property("paragraph", style, "paragraph-properties", FoXml + "margin-top")) ?? 0,
            SpaceBelow = OdtLength.Points(styles.Property("paragraph", style, "paragraph-properties", FoXml + "margin-bottom")) ?? 0,
            Indent = (level is { } at ? _lists.Indent(list?.Style, at) : null) ?? indent ?? 0,
        });
    }

    private int? Outline(XElement source, string? style)
    {
        var level = (string?)source.Attribute(TextXml + "outline-level") ?? styles.Attribute("paragraph", style, StyleXml + "default-outline-level");
        if (int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9) return number;
        return source.Name.LocalName == "h" ? 1 : null;
    }

    /// <summary>The first paragraph of an item carries its mark; those after it belong to it without one.</summary>
    private (int? Level, string? Mark) Mark(XElement source, string? style, ListPlace? list)
    {
        if (list is null) return (null, null);
        if (list.IsHeader || list.Marked) return (list.Level, null);
        list.Marked = true;
        var mark = _lists.Next(list.Style ?? styles.Attribute("paragraph", style, StyleXml + "list-style-name"), list.Level);
        // A list is also how programs indent a heading: it is an item only with a mark.
        return mark is null || source.Name.LocalName == "h" ? (null, source.Name.LocalName == "h" ? null : mark) : (list.Level, mark);
    }

    private void List(XElement source, Ground ground, ListPlace? outer, List<Node> nodes)
    {
        var style = (string?)source.Attribute(TextXml + "style-name") ?? outer?.Style;
        var level = outer is null ? 0 : outer.Level + 1;
        if (outer is null && (string?)source.Attribute(TextXml + "continue-numbering") != "true" && source.Attribute(TextXml + "continue-list") is null) _lists.Restart(style);
        foreach (var item in source.Elements().Where(e => e.Name == TextXml + "list-item" || e.Name == TextXml + "list-header"))
        {
            Children(item, ground, new ListPlace(style, level, item.Name.LocalName == "list-header"), nodes);
        }
    }

    private TableNode ReadTable(XElement table, Ground ground)
    {
        var inTable = ground.Under(styles.Fill("table", (string?)table.Attribute(TableXml + "style-name"), "table-properties"));
        var rows = new List<RowNode>();
        foreach (var row in Rows(table))
        {
            var cells = new List<CellNode>();
            var column = 0;
            var inRow = inTable.Under(styles.Fill("table-row", (string?)row.Attribute(TableXml + "style-name"), "table-row-properties"));
            foreach (var cell in row.Elements())
            {
                if (cell.Name == TableXml + "table-cell")
                {
                    var shade = styles.Fill("table-cell", (string?)cell.Attribute(TableXml + "style-name"), "table-cell-properties");
                    cells.Add(new CellNode(Read(cell, inRow.Under(shade)), column));
                }
                else if (cell.Name == TableXml + "covered-table-cell" && !CoveredFromLeft(cells, column, row))
                {
                    cells.Add(new CellNode([], column, Continues: true));
                }
                column++;
            }
            rows.Add(new RowNode(cells));
        }
        return new TableNode(rows);
    }

    /// <summary>A covered cell continues the cell above it, or is the rest of a wider cell to its left.</summary>
    private static bool CoveredFromLeft(List<CellNode> cells, int column, XElement row)
    {
        if (cells.Count == 0) return false;
        var left = row.Elements().ElementAt(cells[^1].Column);
        return int.TryParse((string?)left.Attribute(TableXml + "number-columns-spanned"), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            && cells[^1].Column + span > column;
    }

    private static IEnumerable<XElement> Rows(XElement table)
    {
        foreach (var child in table.Elements().Where(e => e.Name.Namespace == TableXml))
        {
            if (child.Name.LocalName == "table-row") yield return child;
            else if (child.Name.LocalName is "table-rows" or "table-header-rows" or "table-row-group")
            {
                foreach (var row in Rows(child)) yield return row;
            }
        }
    }

    private IEnumerable<BoxNode> Boxes(XElement drawing, Ground ground) => OdtBoxes.Find(drawing, styles)
        .Select(b => new BoxNode(Read(b.Content, ground.Under(b.Fill)), b.Position, b.Bounds)).Where(b => b.Content.Count > 0);

    /// <summary>Where in a list a paragraph stands.</summary>
    private sealed class ListPlace(string? style, int level, bool isHeader)
    {
        public string? Style { get; } = style;
        public int Level { get; } = level;
        public bool IsHeader { get; } = isHeader;
        public bool Marked { get; set; }
    }
}
