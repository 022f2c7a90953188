using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>The page headers and footers that are printed, each text once, and the colour of the page.</summary>
internal static class OdtMasterPages
{
    public static IEnumerable<XElement> Headers(OdtPackage package) => Parts(package, "header", "header-first", "header-left");

    public static IEnumerable<XElement> Footers(OdtPackage package) => Parts(package, "footer", "footer-first", "footer-left");

    public static Ground Ground(OdtPackage package)
    {
        var layouts = package.Styles?.Descendants(StyleXml + "page-layout-properties") ?? [];
        return layouts.Any(l => (string?)l.Attribute(FoXml + "background-color") is { } color && color != "transparent" && OdtLength.Color(color) != 0xFFFFFF)
            || layouts.Any(l => l.Element(StyleXml + "background-image")?.Attribute(XLinkXml + "href") is not null)
            ? Structure.Ground.Unknown : Structure.Ground.Paper;
    }

    private static IEnumerable<XElement> Parts(OdtPackage package, params string[] names)
    {
        var seen = new HashSet<string>();
        foreach (var master in Used(package))
        {
            foreach (var name in names)
            {
                if (master.Element(StyleXml + name) is { } part && (string?)part.Attribute(StyleXml + "display") != "false" && seen.Add(part.Value)) yield return part;
            }
        }
    }

    /// <summary>The page styles that the text asks for, those that follow them, and the first, which begins a text that asks for none.</summary>
    private static List<XElement> Used(OdtPackage package)
    {
        var masters = package.Styles?.Element(OfficeXml + "master-styles")?.Elements(StyleXml + "master-page").ToList() ?? [];
        var asked = package.Content.Descendants(StyleXml + "style").Concat(package.Styles?.Descendants(StyleXml + "style") ?? [])
            .Select(s => (string?)s.Attribute(StyleXml + "master-page-name")).Where(n => !string.IsNullOrEmpty(n)).ToHashSet();
        var standard = masters.Find(m => (string?)m.Attribute(StyleXml + "name") == "Standard") ?? masters.FirstOrDefault();
        var used = masters.Where(m => m == standard || asked.Contains((string?)m.Attribute(StyleXml + "name"))).ToList();
        foreach (var name in used.Select(m => (string?)m.Attribute(StyleXml + "next-style-name")).OfType<string>().ToList())
        {
            if (masters.Find(m => (string?)m.Attribute(StyleXml + "name") == name) is { } next && !used.Contains(next)) used.Add(next);
        }
        return used;
    }
}
