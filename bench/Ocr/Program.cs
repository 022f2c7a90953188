using System.Diagnostics;
using System.Globalization;
using Resumai.Bench.Ocr;
using Resumai.Layout;
using Resumai.Ocr;
using Resumai.Ocr.Pages;
using Resumai.Ocr.Raster;
using Resumai.Reading;

// bench/Ocr LIST [--show] [--untimed] [PART…]: reads the pictures of a list.tsv (whose names have the parts) and prints their errors; --memory FILE: reads one picture and prints
// the peak of memory; --straight FILE OUT: writes the page as it is recognised (PGM);
// --lines FILE: prints size, weight and confidence of the lines.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var recognizer = new TextRecognizer();
if (args is ["--memory", var picture])
{
    Reading.Lines(picture, recognizer);
    Console.WriteLine(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)));
    return 0;
}
if (args is ["--straight", var source, var straight])
{
    var bytes = File.ReadAllBytes(source);
    using var images = PageSource.Open(bytes, DocumentReaders.Read(bytes, new ReadLimits()).Document!, new ReadLimits()).Images!;
    var page = StraightPage.Of(images.Render(1)!).Image;
    File.WriteAllBytes(straight, [.. System.Text.Encoding.ASCII.GetBytes($"P5 {page.Width} {page.Height} 255\n"), .. page.Pixels]);
    return 0;
}
if (args is ["--lines", var looked])
{
    var bytes = File.ReadAllBytes(looked);
    var read = recognizer.Recognize(bytes, DocumentReaders.Read(bytes, new ReadLimits()).Document!, new ReadLimits()).Document!;
    foreach (var line in PageArranger.Arrange(read).Lines)
    {
        Console.WriteLine($"{line.Font.Size,5:0.0} {(line.Font.Bold ? 'B' : ' ')} {line.GapAbove,5:0.00} {line.Box.Left,5:0}  {line.Bullet} {string.Join(' ', line.Words.Select(w => $"{w.Word.Text}{(w.Word.Font.Bold ? "*" : "")}:{w.Word.Confidence * 100:0}"))}");
    }
    return 0;
}
var show = args.Contains("--show");
var only = args.Skip(1).Where(a => !a.StartsWith('-')).ToArray();
var results = new List<Measured>();
foreach (var cells in File.ReadLines(args[0]).Select(line => line.Split('\t')))
{
    if (only.Length > 0 && !only.All(o => cells[1].Contains(o, StringComparison.Ordinal))) continue;
    var misread = show ? new List<(string, string)>() : null;
    var result = Measured.Of(cells[0], cells[1], cells[2], cells[3], recognizer, misread, timed: !args.Contains("--untimed"));
    results.Add(result);
    Console.Error.WriteLine($"{Path.GetFileName(cells[1]),-60} {result.Errors.Wrong * 100.0 / result.Errors.Total,6:0.00} %  contact {result.ContactExact}/{result.ContactTotal}  {result.Seconds:0.00} s, plain {result.PlainSeconds:0.00} s  {result.Language}");
    foreach (var (truth, read) in misread ?? []) Console.Error.WriteLine($"    {truth}\n    {read}\n");
}
BenchTable.Write(Console.Out, results);
return 0;

internal static class Reading
{
    public static IReadOnlyList<string> Lines(string file, ITextRecognizer recognizer) => Lines(File.ReadAllBytes(file), recognizer);

    /// <summary>The parts of the first page's lines.</summary>
    public static IReadOnlyList<string> Lines(byte[] bytes, ITextRecognizer recognizer)
    {
        var limits = new ReadLimits();
        var read = DocumentReaders.Read(bytes, limits);
        var document = read.Document ?? throw new InvalidDataException(read.Error!.Message);
        if (document.Pages[0].Unread.Count > 0 && document.Pages[0].Glyphs.Count == 0) document = recognizer.Recognize(bytes, document, limits).Document ?? throw new InvalidDataException("Not recognised.");
        return [.. PageArranger.Arrange(document).Lines.Where(l => l.Page == 1).SelectMany(l => l.Segments().Select(s => s.Text))];
    }
}

internal sealed record Measured(string Profile, string Language, ErrorCount Errors, int ContactExact, int ContactTotal, double Seconds, double PlainSeconds)
{
    public static Measured Of(string original, string picture, string profile, string language, TextRecognizer recognizer, List<(string, string)>? misread, bool timed)
    {
        var truth = Reading.Lines(original, recognizer);
        var bytes = File.ReadAllBytes(picture);
        var format = DocumentReaders.Recognize(bytes)!.Format;
        // Once before the clock: a server's recogniser has its models loaded.
        var (started, plain) = (0L, 0.0);
        if (timed)
        {
            PlainPass.Read(bytes, format, language);
            started = Stopwatch.GetTimestamp();
            PlainPass.Read(bytes, format, language);
            plain = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Reading.Lines(bytes, recognizer);
        }
        started = Stopwatch.GetTimestamp();
        var lines = Reading.Lines(bytes, recognizer);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var (exact, total) = ContactParts.Count(truth, lines, misread);
        return new Measured(profile, language, CharacterErrors.Count(truth, lines, misread), exact, total, seconds, plain);
    }
}
