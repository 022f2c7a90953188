using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Resumai.Server.Search;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>A text in which what a search has found is marked.</summary>
public sealed class Marked : ComponentBase
{
    [Parameter, EditorRequired] public string? Text { get; set; }
    [Parameter, EditorRequired] public IReadOnlyList<SearchTerm> Terms { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Text is null) return;
        var at = 0;
        foreach (var hit in SearchHits.In(Text, Terms))
        {
            builder.AddContent(0, Text[at..hit.Start]);
            builder.OpenElement(1, "mark");
            builder.AddContent(2, Text.Substring(hit.Start, hit.Length));
            builder.CloseElement();
            at = hit.End;
        }
        builder.AddContent(3, Text[at..]);
    }
}
