using Resumai.Ocr.Contacts;
using Resumai.Ocr.Languages;
using Resumai.Ocr.Lines;
using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
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
    /// <summary>White pixels around a line that is read by itself.</summary>
    private const int Frame = 12;
    /// <summary>Pixels below which there is nothing to read.</summary>
    private const int Narrowest = 3;
    private const int MostRivals = 2;
    private const int LeastTelling = 4;
    /// <summary>Part of the letters that are in words of the model's dictionary where it reads its own language; in another's, one in ten happens to be.</summary>
    private const double Known = 0.3;
    private const string Figures = "0123456789+()-./ ";
    /// <summary>Mean confidence from which on a strip is taken to stand upright.</summary>
    private const double Sure = 0.7;
    /// <summary>Mean confidence from which on a strip or page is in letters that the model knows.</summary>
    private const double Legible = 0.8;
    /// <summary>The page is turned when its strip is so much surer upside down.</summary>
    private const double Better = 1.15;
    /// <summary>Mean confidence below which a page may be lying on its side.</summary>
    private const double Doubtful = 0.55;
    /// <summary>Models of other scripts than Latin's, tried where the English one makes nothing of a strip.</summary>
    private static readonly string[] OtherScripts = ["el", "bg"];

    /// <param name="language">ISO 639-1 as found on an earlier page or in its text; null when nothing is known.</param>
    /// <param name="upright">The page is known to stand right.</param>
    public (RecognizedPage Page, string? Language) Read(int number, StraightPage picture, string? language, bool upright)
    {
        var (standing, found) = language is null && !upright ? Broad(picture) : (picture, language);
        var page = LinedPage.Of(standing);
        var model = ModelNames.Of(found);
        var words = ReadPage(model, page);
        if (language is not null && !upright && Confidence(words) < Doubtful && Turned(picture, model, Confidence(words)) is { } turned)
        {
            page = LinedPage.Of(turned);
            words = ReadPage(model, page);
        }
        if (found is null)
        {
            // The strip said too little; the page may say enough.
            found = RoughLanguage.Of(Parts(words));
            if (ModelNames.Of(found) != model)
            {
                model = ModelNames.Of(found);
                words = ReadPage(model, page);
            }
        }
        // The strip may have been names and addresses, which are in Latin letters in any language.
        if (!OtherScripts.Contains(found) && Confidence(words) < Legible && OtherScript(page.Picture, UnsureBand.Of(words, page.Picture.Image.Bounds)) is { } script)
        {
            (found, model) = (script, ModelNames.Of(script));
            words = ReadPage(model, page);
        }
        words = new SecondLook(page.Lines, page.Picture.Image.Bounds, box => ReadLine(model, box, page.Picture)).Improve(words);
        words = ForeignWords.ReadAgain(words, model, word => IsWord(model, word), word => IsWord(English, word), box => Read(English, page.Picture.Image, box, Segmentation.Line, page.Picture));
        var signs = AtSigns.Find(page.Picture.Image, page.Lines, words);
        words = LoneAtSigns.Told(words, signs);
        words = ContactLines.ReadAgain(words, page.Lines, signs, model == English, (box, cutOut) => ReadContact(box, cutOut, page.Picture));
        words = GuessedFigures.ReadAgain(words, box => ReadContact(box, CutOut.Double, page.Picture));
        words = SharpSigns.ReadAgain(words, box => ReadContact(box, CutOut.Double, page.Picture));
        if (model != English) words = PercentSigns.ReadAgain(words, box => ReadContact(box, CutOut.Double, page.Picture));
        words = UprightStrokes.Told(MiddleSigns.Put(DashMarks.Part(JoinedLines.Of(words)), page.Picture.Image), page.Picture.Image, found);
        words = LevelFigures.Told(Orthography.Of(RingMarks.Told(HeadingIcons.Without(WordFilter.Keep(StarMarks.Told(words), page.Picture.Image))), found));
        if (found == "el") words = InitialSizes.Told(words, page.Picture.Image);
        words = new LookAlikes(found, word => IsWord(model, word), word => IsWord(English, word)).Mend(words);
        return (new RecognizedPage(number, page.Picture, words), found);
    }

    private bool IsWord(string model, string word) => engines.Use(model, engine => engine.IsWord(word), false);

    private IReadOnlyList<RecognizedWord> ReadPage(string model, LinedPage page) =>
        Read(model, page.Picture.Image, page.Picture.Image.Bounds, Segmentation.Page, page.Picture);

    /// <summary>The page upright and its language.</summary>
    private (StraightPage Picture, string? Language) Broad(StraightPage picture)
    {
        var words = ReadStrip(English, picture);
        var (sure, language) = (Confidence(words), Nearest(RoughLanguage.Likely(Parts(words)), picture));
        if (sure >= Sure && language is not null) return (picture, language);

        var script = sure >= Legible ? null : OtherScript(picture, DenseStrip.Find(picture.Image, picture.DotsPerInch));
        if (script is not null || sure >= Sure) return (picture, script ?? language);

        return Turned(picture, English, sure) is { } turned ? (turned, RoughLanguage.Of(Parts(ReadStrip(English, turned)))) : (picture, language);
    }

    /// <summary>The language of another script that a part of the page is in; null for Latin's.</summary>
    private string? OtherScript(StraightPage picture, PixelBox part) =>
        OtherScripts.FirstOrDefault(s => ModelNames.Of(s) is var model && model != English && IsIn(Read(model, picture.Image, part, Segmentation.Page, picture), word => IsWord(model, word)));

    /// <summary>Of languages whose words are much alike (Czech and Slovak), the one whose model reads the strip most surely and knows most of the words that it reads.</summary>
    private string? Nearest(IReadOnlyList<string> likely, StraightPage picture)
    {
        if (likely.Count == 0) return null;
        var read = likely.Where(l => ModelNames.Of(l) != English).DistinctBy(ModelNames.Of).Take(MostRivals).ToList();
        return read.Count < 2 ? likely[0] : read.MaxBy(l => Fit(ModelNames.Of(l), picture));
    }

    private double Fit(string model, StraightPage picture)
    {
        var words = ReadStrip(model, picture);
        return Confidence(words) + KnownPart(words, word => IsWord(model, word));
    }

    /// <summary>Part of the letters in words that are in the model's dictionary; short words are in many languages'.</summary>
    internal static double KnownPart(IReadOnlyList<RecognizedWord> words, Func<string, bool> isWord)
    {
        var telling = words.SelectMany(w => w.Text.Split('-', '/')).Select(t => t.Trim('.', ',', ';', ':', '(', ')')).Where(t => t.Length >= LeastTelling && t.All(char.IsLetter)).ToList();
        return telling.Count == 0 ? 0 : telling.Where(isWord).Sum(t => t.Length) / (double)telling.Sum(t => t.Length);
    }

    /// <summary>
    /// Most letters are of another script than Latin's, and words of the language are among them: the models of other scripts read Latin letters as theirs.
    /// How surely they were read says less: names and addresses in Latin letters are read badly on a page of another script.
    /// </summary>
    /// <param name="isWord">True for a word in the dictionary of the model that read them.</param>
    internal static bool IsIn(IReadOnlyList<RecognizedWord> words, Func<string, bool> isWord)
    {
        var letters = words.SelectMany(w => w.Text).Where(char.IsLetter).ToList();
        return letters.Count(c => c is >= '\u0370' and < '\u2000') * 2 > letters.Count && KnownPart(words, isWord) >= Known;
    }

    /// <summary>The page turned so that its densest strip reads clearly better; null when it stands right.</summary>
    private StraightPage? Turned(StraightPage picture, string model, double sure)
    {
        foreach (var degrees in (ReadOnlySpan<int>)[180, 270, 90])
        {
            var turned = picture.Turned(degrees);
            if (Confidence(ReadStrip(model, turned)) > Math.Max(Doubtful, sure * Better)) return turned;
        }
        return null;
    }

    private static IEnumerable<string> Parts(IReadOnlyList<RecognizedWord> words) => words.SelectMany(w => w.Text.Split('-', '/'));

    private IReadOnlyList<RecognizedWord> ReadStrip(string model, StraightPage picture) =>
        Read(model, picture.Image, DenseStrip.Find(picture.Image, picture.DotsPerInch), Segmentation.Page, picture);

    /// <summary>On white, so that the lines above and below leave no trace.</summary>
    private IReadOnlyList<RecognizedWord> ReadLine(string model, PixelBox box, StraightPage picture)
    {
        var line = picture.Image.Cut(box).Framed(Frame);
        var closed = ClosedLine.Of(line);
        var read = closed?.Image ?? line;
        return [.. Read(model, read, read.Bounds, Segmentation.Line, picture).Select(w => (closed?.Opened(w) ?? w).Moved(box.Left - Frame, box.Top - Frame))];
    }

    /// <summary>What stands in the box, and how surely it was read.</summary>
    private (string Text, double Confidence) ReadContact(PixelBox box, CutOut cutOut, StraightPage picture)
    {
        if (box.Within(picture.Image.Bounds) is { Width: < Narrowest } or { Height: < Narrowest }) return ("", 0);
        var words = engines.Use(English, engine => engine.Read(ContactImage.Of(picture.Image, box, cutOut), (int)picture.DotsPerInch, cutOut == CutOut.Figures ? Figures : ""), []);
        return (string.Join(' ', words.Select(w => w.Text)), words.Count == 0 ? 0 : words.Sum(w => w.Confidence * w.Text.Length) / words.Sum(w => w.Text.Length));
    }

    private IReadOnlyList<RecognizedWord> Read(string model, GrayImage image, PixelBox part, Segmentation segmentation, StraightPage picture) =>
        engines.Use(model, engine => engine.Read(image, part, segmentation, (int)Math.Round(picture.DotsPerInch)), []);

    private static double Confidence(IReadOnlyList<RecognizedWord> words)
    {
        var letters = words.Sum(w => w.Text.Length);
        // Lines that run downwards are read too: such a page lies on its side however well they are read.
        return letters < 20 ? 0 : words.Where(w => w.Text.Length < 3 || w.Box.Width > w.Box.Height).Sum(w => w.Confidence * w.Text.Length) / letters;
    }
}
