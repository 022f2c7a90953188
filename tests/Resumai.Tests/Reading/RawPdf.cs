using System.Text;

namespace Resumai.Tests.Reading;

/// <summary>A PDF of one page written by hand, object by object, so that a test shows every operator it is about.</summary>
internal sealed record RawPdf(string Content)
{
    /// <summary>Entries of the page dictionary: "/Rotate 90".</summary>
    public string Page { get; init; } = "";
    /// <summary>Entries of the page's resources beside the font /F (Helvetica).</summary>
    public string Resources { get; init; } = "";
    /// <summary>Entries of the catalog.</summary>
    public string Catalog { get; init; } = "";
    /// <summary>The font dictionary of /F.</summary>
    public string Font { get; init; } = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    /// <summary>Further objects, numbered from <see cref="FirstObject"/>: dictionaries, or dictionary and stream data.</summary>
    public IReadOnlyList<(string Dictionary, string? Stream)> Objects { get; init; } = [];

    public const int FirstObject = 6;

    public byte[] Bytes()
    {
        var objects = new List<(string, string?)>
        {
            ($"<</Type/Catalog/Pages 2 0 R{Catalog}>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1>>", null),
            ($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{Resources}>>{Page}>>", null),
            ("<<>>", Content),
            (Font, null),
        };
        objects.AddRange(Objects);
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (dictionary, stream) in objects)
        {
            offsets.Add(file.Length);
            file.Append(null, $"{offsets.Count} 0 obj\n");
            if (stream is null) file.Append(dictionary);
            else file.Append(null, $"{dictionary[..^2]}/Length {stream.Length}>>\nstream\n{stream}\nendstream");
            file.Append("\nendobj\n");
        }
        var table = file.Length;
        file.Append(null, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(null, $"{offset:0000000000} 00000 n \n");
        file.Append(null, $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
