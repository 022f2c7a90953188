using System.Globalization;
using System.Text;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>One page of frames and labels as PDF, to be drawn by the program that draws the document, in the same places. From the top left, in points.</summary>
internal sealed class OverlayPdf(double width, double height)
{
    private readonly StringBuilder _content = new();

    /// <param name="stroke">0xRRGGBB of the frame; null for none.</param>
    /// <param name="fill">0xRRGGBB within; null for none.</param>
    public void Rectangle(Box box, double margin, int? stroke, int? fill, double line = 0.5)
    {
        if (fill is { } inside) _content.Append($"{Color(inside)} rg ");
        if (stroke is { } frame) _content.Append($"{Color(frame)} RG {Number(line)} w ");
        _content.AppendLine($"{Number(box.Left - margin)} {Number(height - box.Bottom - margin)} {Number(box.Width + (2 * margin))} {Number(box.Height + (2 * margin))} re {(stroke, fill) switch { (null, _) => "f", (_, null) => "S", _ => "B" }}");
    }

    public void Line(double x1, double y1, double x2, double y2, int color) =>
        _content.AppendLine($"{Color(color)} RG 0.6 w {Number(x1)} {Number(height - y1)} m {Number(x2)} {Number(height - y2)} l S");

    /// <summary>Letters outside ASCII are left out.</summary>
    public void Text(double x, double y, string text, double size, int color)
    {
        var shown = string.Concat(text.Where(char.IsAscii)).Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)");
        _content.AppendLine($"BT /F {Number(size)} Tf {Color(color)} rg {Number(x)} {Number(height - y)} Td ({shown}) Tj ET");
    }

    public byte[] Write()
    {
        var stream = _content.ToString();
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Number(width)} {Number(height)}]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>>>>>>>",
            $"<</Length {stream.Length}>>\nstream\n{stream}\nendstream",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (i, body) in objects.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append($"{i + 1} 0 obj\n{body}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", offsets.Select(o => o.ToString("0000000000", CultureInfo.InvariantCulture) + " 00000 n \n"));
        pdf.Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string Color(int rgb) => $"{Number((rgb >> 16) / 255.0)} {Number(((rgb >> 8) & 255) / 255.0)} {Number((rgb & 255) / 255.0)}";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
