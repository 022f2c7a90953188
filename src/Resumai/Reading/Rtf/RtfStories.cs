using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>The stories of a document: body, page headers and footers, notes.</summary>
internal sealed class RtfStories(HiddenText hidden, RtfTables tables)
{
    private readonly List<(string Kind, List<Node> Nodes)> _margins = [];

    public StoryBuilder Body { get; } = new(hidden);
    public List<Node> BodyNodes { get; } = [];
    public List<List<Node>> Notes { get; } = [];
    public bool HasTitlePage { get; set; }
    public bool HasFacingPages { get; set; }

    /// <summary>Makes a group the story of a page header or footer, a note or a text box.</summary>
    public void Begin(RtfGroup group, Action<List<Node>> keep)
    {
        group.Story = new StoryBuilder(hidden);
        group.Destination = RtfDestination.Text;
        group.Paragraph = default;
        group.Row = new RtfRow(tables);
        group.Url = null;
        group.Characters = RtfCharacters.Plain(tables.DefaultFont);
        group.IsPlain = false;
        group.ListMark = new RtfListMark();
        group.AtEnd = end => keep(end.Story.Close(end.Paragraph.TableDepth, end.Paragraph.Node(tables, end.ListMark.Take())));
    }

    public void AddMargin(string kind, List<Node> nodes) => _margins.Add((kind, nodes));

    public IEnumerable<List<Node>> Headers() => Printed("header");
    public IEnumerable<List<Node>> Footers() => Printed("footer");

    /// <summary>Those of first pages only where first pages differ; each text once.</summary>
    private IEnumerable<List<Node>> Printed(string name)
    {
        var seen = new HashSet<string>();
        foreach (var (kind, nodes) in _margins.Where(m => m.Kind.StartsWith(name, StringComparison.Ordinal)))
        {
            if (kind.EndsWith('f') && !HasTitlePage) continue;
            if (kind.EndsWith('l') && !HasFacingPages) continue;
            if (seen.Add(NodeText.Of(nodes))) yield return nodes;
        }
    }
}
