using Resumai.Ocr.Languages;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr;

/// <summary>
/// Recognises one page: a strip of it broadly, for its direction and language; the whole with the model of that language; lines with
/// addresses once more.
/// </summary>
internal sealed class PageRecognition(EnginePool engines)
{
    private const string English = "eng";
    /// <summary>The broad pass reads this part of the page.</summary>
    private const double Strip = 0.22;
    /// <summary>Mean confidence from which on a strip is taken to stand upright and to be of the model's script.</summary>
    private const double Sure = 0.7;
    /// <summary>Another script or direction is taken when its confidence is so much better, and as high as this.</summary>
    private const double NoBetter = 1.15, SureEnough = 0.55;
    /// <summary>Models of other scripts than Latin's, tried where the English one makes nothing of a strip.</summary>
    private static readonly string[] OtherScripts = ["el", "bg"];

    /// <param name="language">ISO 639-1 as found on an earlier page; null when this is the first.</param>
    public (RecognizedPage Page, string? Language) Read(int number, StraightPage picture, string? language)
    {
        var (upright, found) = language is null ? Broad(picture) : (picture, language);
        var model = ModelNames.Of(found);
        var words = Read(model, upright.Image, upright.Image.Bounds, Segmentation.Page, upright);
        if (found is null)
        {
            // The strip said too little; the page may say enough.
            found = RoughLanguage.Of(Parts(words));
            if (ModelNames.Of(found) != model)
            {
                model = ModelNames.Of(found);
                words = Read(model, upright.Image, upright.Image.Bounds, Segmentation.Page, upright);
            }
        }
        words = Addresses.ReadAgain(words, model, (box) => Read(English, upright.Image, box, Segmentation.Line, upright));
        return (new RecognizedPage(number, upright, WordFilter.Keep(words, upright.Image)), found);
    }

    /// <summary>The page upright and its language.</summary>
    private (StraightPage Picture, string? Language) Broad(StraightPage picture)
    {
        var words = ReadStrip(English, picture);
        var sure = Confidence(words);
        if (sure < Sure)
        {
            foreach (var script in OtherScripts.Where(s => ModelNames.Of(s) != English))
            {
                var other = Confidence(ReadStrip(ModelNames.Of(script), picture));
                if (other > sure * NoBetter && other >= SureEnough) return (picture, script);
            }
            var turned = picture.Turned(180);
            var turnedWords = ReadStrip(English, turned);
            if (Confidence(turnedWords) > sure * NoBetter) (picture, words) = (turned, turnedWords);
        }
        return (picture, RoughLanguage.Of(Parts(words)));
    }

    private static IEnumerable<string> Parts(IReadOnlyList<RecognizedWord> words) => words.SelectMany(w => w.Text.Split('-', '/'));

    private IReadOnlyList<RecognizedWord> ReadStrip(string model, StraightPage picture) =>
        Read(model, picture.Image, DensestStrip(picture.Image), Segmentation.Page, picture);

    private IReadOnlyList<RecognizedWord> Read(string model, GrayImage image, PixelBox part, Segmentation segmentation, StraightPage picture) =>
        engines.Use(model, engine => engine.Read(image, part, segmentation, (int)Math.Round(picture.DotsPerInch)), []);

    private static double Confidence(IReadOnlyList<RecognizedWord> words)
    {
        var letters = words.Sum(w => w.Text.Length);
        return letters < 20 ? 0 : words.Sum(w => w.Confidence * w.Text.Length) / letters;
    }

    /// <summary>The band of the page with the most edges of ink: there the running text is.</summary>
    private static PixelBox DensestStrip(GrayImage image)
    {
        var height = Math.Max(1, (int)(image.Height * Strip));
        var edges = new long[image.Height + 1];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            var count = 0;
            for (var x = 1; x < row.Length; x++)
            {
                if (row[x] < 128 != row[x - 1] < 128) count++;
            }
            edges[y + 1] = edges[y] + count;
        }
        var best = 0;
        for (var top = 0; top + height <= image.Height; top += Math.Max(1, height / 16))
        {
            if (edges[top + height] - edges[top] > edges[best + height] - edges[best]) best = top;
        }
        return new PixelBox(0, best, image.Width, best + height);
    }
}
