using System.Text.Encodings.Web;
using System.Text.Json;
using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Eval;

/// <summary>Truth and record of one document, with the fields that differ named first.</summary>
internal static class DocumentDiff
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, ScoredDocument document)
    {
        output.WriteLine($"{document.Document.Id}  core macro-F1 {document.CoreMacroF1:0.000}  {document.Document.Layout}, {document.Document.Kind}");
        foreach (var field in ScoredFields.All)
        {
            if (document.Tally[field] is var counts && !counts.IsEmpty && counts.F1 < 1)
            {
                output.WriteLine($"{field,-28} right {counts.TruePositives}  wrong {counts.FalsePositives}  missed {counts.FalseNegatives}");
            }
        }
        output.WriteLine("TRUTH");
        output.WriteLine(Text(document.Document.Truth));
        output.WriteLine("RECORD");
        output.WriteLine(document.HasRecord ? Text(document.Found.Record) : $"none: {document.Found.Error?.Code}: {document.Found.Error?.Message}");
    }

    private static string Text(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Indented)) element.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
