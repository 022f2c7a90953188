using System.Xml.Linq;

namespace Resumai.Reading.Odt;

/// <summary>The namespaces of OpenDocument 1.3 (part 3, 1.4).</summary>
internal static class OdtNames
{
    public static XNamespace OfficeXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static XNamespace TextXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static XNamespace StyleXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static XNamespace TableXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static XNamespace DrawXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public static XNamespace SvgXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
    public static XNamespace FoXml { get; } = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static XNamespace XLinkXml { get; } = "http://www.w3.org/1999/xlink";
}
