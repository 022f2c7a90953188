using System.Text.Json;
using Microsoft.Playwright;

namespace Resumai.Server.Tests.Web;

/// <summary>axe-core looks at a page for what keeps people with disabilities out (WCAG 2.2 A and AA).</summary>
internal static class Axe
{
    /// <summary>Its source; null when it is not installed.</summary>
    public static string? Script { get; } = Find();

    /// <summary>What it finds serious or critical, a line each: rule, help, first places.</summary>
    /// <param name="onlyColours">Contrast alone is looked at.</param>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page, bool onlyColours = false)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script!);
        var found = await page.EvaluateAsync<JsonElement>("""
            async onlyColours => (await axe.run(document, { runOnly: onlyColours ? ['color-contrast', 'link-in-text-block'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.id}: ${v.help} at ${v.nodes.slice(0, 4).map(n => n.target.join(' ') + ' ' + n.any.map(a => a.message).join('; ')).join(' | ')}`)
            """, onlyColours);
        return [.. found.EnumerateArray().Select(f => f.GetString()!)];
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "axe", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script)) return File.ReadAllText(script);
        }
        return null;
    }
}
