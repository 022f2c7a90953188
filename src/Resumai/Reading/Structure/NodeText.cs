namespace Resumai.Reading.Structure;

/// <summary>The plain text of blocks, to tell whether two are the same.</summary>
internal static class NodeText
{
    public static string Of(IReadOnlyList<Node> nodes) => string.Join('\n', nodes.Select(n => n switch
    {
        ParagraphNode p => string.Concat(p.Runs.Select(r => r.Text)) + string.Concat(p.Boxes.Select(b => Of(b.Content))),
        TableNode t => string.Join('\t', t.Rows.SelectMany(r => r.Cells).Select(c => Of(c.Content))),
        BoxNode b => Of(b.Content),
        _ => "",
    }));
}
