using System.Text.Json;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Reading;
using Resumai.Sections;

namespace Resumai.Cli.Show;

/// <summary>A value of the record and where it is printed.</summary>
/// <param name="Pointer">RFC 6901.</param>
/// <param name="Value">As the record has it.</param>
internal sealed record ShownValue(string Pointer, string Value, Evidence Evidence);

/// <summary>All that is known of a document, looked up the way it is drawn.</summary>
internal sealed class ShownDocument
{
    private readonly Dictionary<int, Section> _sections = [];

    public ShownDocument(string name, ArrangedDocument arranged, IReadOnlyList<Section> sections, MasterRecord record)
    {
        (Name, Arranged, Record) = (name, arranged, record);
        foreach (var section in sections)
        {
            foreach (var line in section.Lines) _sections[line.Index] = section;
            if (section.Heading is { } heading) _sections[heading.Line.Index] = section;
        }
        using var json = JsonSerializer.SerializeToDocument(record, MasterJson.Compact.MasterRecord);
        Values = [.. (record.Evidence ?? new Dictionary<string, Evidence>()).Select(e => new ShownValue(e.Key, ValueAt(json.RootElement, e.Key), e.Value))];
    }

    public string Name { get; }
    public ArrangedDocument Arranged { get; }
    public MasterRecord Record { get; }
    public IReadOnlyList<ShownValue> Values { get; }
    public IReadOnlyList<Page> Pages => Arranged.Source.Pages;

    /// <summary>False in formats that have paragraphs instead of places.</summary>
    public bool HasPlaces => Pages.Any(p => p.Width > 0);

    public SectionKind? KindOf(TextLine line) => _sections.GetValueOrDefault(line.Index)?.Kind;

    public bool IsHeading(TextLine line) => _sections.GetValueOrDefault(line.Index)?.Heading?.Line.Index == line.Index;

    public IEnumerable<(int Number, TextBlock Block)> BlocksOf(int page) => Arranged.Blocks.Index().Where(b => b.Item.Page == page);

    public IEnumerable<ShownValue> ValuesOf(TextLine line) => Values.Where(v => v.Evidence.Paragraph is { } paragraph
        ? paragraph == line.Paragraph
        : v.Evidence.Page == line.Page && v.Evidence.Boxes.Any(b => line.Box.Contains((b[0] + b[2]) / 2, (b[1] + b[3]) / 2)));

    private static string ValueAt(JsonElement element, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1).Select(p => p.Replace("~1", "/").Replace("~0", "~")))
        {
            if (element.ValueKind == JsonValueKind.Array && int.TryParse(part, out var index) && index < element.GetArrayLength()) element = element[index];
            else if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(part, out var property)) element = property;
            else return "";
        }
        return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
    }
}
