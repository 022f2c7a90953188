using System.Text;
using System.Text.Json;
using Resumai.Master;

namespace Resumai.Cli.Parse;

internal enum OutputFormat { Json, Text }

/// <summary>Parts of a record that are left out unless asked for.</summary>
[Flags]
internal enum RecordParts { None = 0, Evidence = 1, Text = 2 }

/// <summary>How records are written.</summary>
/// <param name="OneOfMany">Results follow each other on one stream: JSON takes one line each, texts are parted by form feeds.</param>
internal sealed record RecordForm(OutputFormat Format, RecordParts Parts, bool OneOfMany)
{
    public string Extension => Format == OutputFormat.Text ? ".txt" : ".json";

    public byte[] Write(MasterRecord record)
    {
        if (Format == OutputFormat.Text) return Encoding.UTF8.GetBytes(record.Text + (OneOfMany ? "\n\f" : "\n"));
        var shown = record with
        {
            Text = Parts.HasFlag(RecordParts.Text) ? record.Text : null,
            Evidence = Parts.HasFlag(RecordParts.Evidence) ? record.Evidence : null,
        };
        var json = OneOfMany ? MasterJson.Compact : MasterJson.Indented;
        return [.. JsonSerializer.SerializeToUtf8Bytes(shown, json.MasterRecord), (byte)'\n'];
    }
}
