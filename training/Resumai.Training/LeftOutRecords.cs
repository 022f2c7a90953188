using System.Text.Json;
using Resumai.Master;

namespace Resumai.Training;

/// <summary>Parses renderings with the weights in use and keeps the records, for <c>./resumai eval --actual</c>.</summary>
internal static class LeftOutRecords
{
    private static readonly DateOnly AsOf = new(2026, 11, 23);

    public static void Write(IEnumerable<Rendering> renderings, string folder)
    {
        Directory.CreateDirectory(folder);
        var parser = new CvParser();
        Parallel.ForEach(renderings, rendering =>
        {
            var result = parser.Parse(File.ReadAllBytes(rendering.Path), new ParseOptions { AsOf = AsOf, Filename = Path.GetFileName(rendering.Path) });
            if (result.Record is { } record) File.WriteAllText(Path.Combine(folder, rendering.Id + ".json"), JsonSerializer.Serialize(record, MasterJson.Indented.MasterRecord));
        });
    }
}
