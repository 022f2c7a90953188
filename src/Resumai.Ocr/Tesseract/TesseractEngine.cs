using System.Runtime.InteropServices;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Tesseract;

/// <summary>How Tesseract looks for text (its page segmentation modes).</summary>
internal enum Segmentation { Page = 3, Block = 6, Line = 7, Sparse = 11 }

/// <summary>A letter with its place in pixels of the image.</summary>
internal readonly record struct RecognizedLetter(string Text, PixelBox Box);

/// <summary>A word as Tesseract reads it, in pixels of the image.</summary>
/// <param name="Line">Number of its line, from 0; the words of a line follow each other.</param>
/// <param name="Baseline">Pixels from the top, at the middle of the word.</param>
/// <param name="Confidence">0–1.</param>
internal sealed record RecognizedWord(string Text, PixelBox Box, int Line, double Baseline, double Confidence, IReadOnlyList<RecognizedLetter> Letters)
{
    public RecognizedWord Moved(int x, int y) => this with
    {
        Box = Box.Moved(x, y), Baseline = Baseline + y, Letters = [.. Letters.Select(l => l with { Box = l.Box.Moved(x, y) })],
    };
}

/// <summary>One instance of Tesseract with its models loaded. Not thread-safe.</summary>
internal sealed class TesseractEngine : IDisposable
{
    private const int LstmOnly = 1, LineLevel = 2, WordLevel = 3, SymbolLevel = 4;
    private readonly nint _api;

    private TesseractEngine(nint api) => _api = api;

    /// <summary>An engine for a language as Tesseract names it ("deu"); null when its model cannot be loaded.</summary>
    public static TesseractEngine? Open(string language)
    {
        var api = TesseractApi.TessBaseAPICreate();
        // Before the models are read: Tesseract talks on standard error.
        TesseractApi.TessBaseAPISetVariable(api, "debug_file", "/dev/null");
        if (OwnModels.Load(api, language, LstmOnly) || TesseractApi.TessBaseAPIInit2(api, TesseractLibrary.Models!, language, LstmOnly) == 0)
        {
            TesseractApi.TessBaseAPISetVariable(api, "debug_file", "/dev/null");
            // Dark areas have been turned before; trying every doubtful line again upside down in brightness costs a third of the time.
            TesseractApi.TessBaseAPISetVariable(api, "tessedit_do_invert", "0");
            return new TesseractEngine(api);
        }
        TesseractApi.TessBaseAPIDelete(api);
        return null;
    }

    /// <summary>True for a word of the dictionary that came with the model.</summary>
    public bool IsWord(string word) => TesseractApi.TessBaseAPIIsValidWord(_api, word) != 0;

    /// <summary>Reads a part of the image. Places are of the whole image.</summary>
    public IReadOnlyList<RecognizedWord> Read(GrayImage image, PixelBox part, Segmentation segmentation, int dotsPerInch)
    {
        var within = part.Within(image.Bounds);
        if (within == image.Bounds) return Read(image, segmentation, dotsPerInch);
        // Cut out here: where Tesseract itself is told of a rectangle, version 5.3 recognises lines from other places of the image.
        if (within.Width < 3 || within.Height < 3) return [];
        return [.. Read(image.Cut(within), segmentation, dotsPerInch).Select(word => word.Moved(within.Left, within.Top))];
    }

    /// <summary>Reads an image of one line; only these characters if any are given.</summary>
    public IReadOnlyList<RecognizedWord> Read(GrayImage line, int dotsPerInch, string characters)
    {
        if (characters.Length == 0) return Read(line, Segmentation.Line, dotsPerInch);
        TesseractApi.TessBaseAPISetVariable(_api, "tessedit_char_whitelist", characters);
        var words = Read(line, Segmentation.Line, dotsPerInch);
        TesseractApi.TessBaseAPISetVariable(_api, "tessedit_char_whitelist", "");
        return words;
    }

    private unsafe List<RecognizedWord> Read(GrayImage image, Segmentation segmentation, int dotsPerInch)
    {
        fixed (byte* pixels = image.Pixels)
        {
            TesseractApi.TessBaseAPISetPageSegMode(_api, (int)segmentation);
            TesseractApi.TessBaseAPISetImage(_api, pixels, image.Width, image.Height, 1, image.Width);
            TesseractApi.TessBaseAPISetSourceResolution(_api, dotsPerInch);
            try
            {
                return TesseractApi.TessBaseAPIRecognize(_api, 0) == 0 ? Words() : [];
            }
            finally
            {
                TesseractApi.TessBaseAPIClear(_api);
            }
        }
    }

    private List<RecognizedWord> Words()
    {
        var words = new List<RecognizedWord>();
        var iterator = TesseractApi.TessBaseAPIGetIterator(_api);
        if (iterator == 0) return words;
        var place = TesseractApi.TessResultIteratorGetPageIterator(iterator);
        try
        {
            var (line, letters) = (-1, new List<RecognizedLetter>());
            do
            {
                if (TesseractApi.TessPageIteratorIsAtBeginningOf(place, LineLevel) != 0) line++;
                if (TesseractApi.TessPageIteratorIsAtBeginningOf(place, WordLevel) != 0) letters = Begin(words, iterator, place, Math.Max(0, line));
                if (Text(iterator, SymbolLevel) is { Length: > 0 } symbol && Box(place, SymbolLevel) is { } box) letters.Add(new RecognizedLetter(symbol, box));
            }
            while (TesseractApi.TessResultIteratorNext(iterator, SymbolLevel) != 0);
        }
        finally
        {
            TesseractApi.TessResultIteratorDelete(iterator);
        }
        return Parted(words);
    }

    /// <summary>A word ends where the next one of its line begins: the box of some holds that one as well.</summary>
    internal static List<RecognizedWord> Parted(List<RecognizedWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var (box, next) = (words[i].Box, words[i + 1].Box);
            if (words[i].Line == words[i + 1].Line && next.Left > box.Left && next.Left < box.Right && next.Right <= box.Right) words[i] = words[i] with { Box = box with { Right = next.Left } };
        }
        return words;
    }

    /// <summary>Adds the word the iterator stands on and gives the list its letters go to.</summary>
    private static List<RecognizedLetter> Begin(List<RecognizedWord> words, nint iterator, nint place, int line)
    {
        var letters = new List<RecognizedLetter>();
        if (Text(iterator, WordLevel) is not { Length: > 0 } text || Box(place, WordLevel) is not { } box) return letters;
        var baseline = (double)box.Bottom;
        if (TesseractApi.TessPageIteratorBaseline(place, WordLevel, out var x1, out var y1, out var x2, out var y2) != 0 && x2 > x1)
        {
            baseline = y1 + (double)(y2 - y1) * ((box.Left + box.Right) / 2.0 - x1) / (x2 - x1);
        }
        words.Add(new RecognizedWord(text, box, line, baseline, Math.Clamp(TesseractApi.TessResultIteratorConfidence(iterator, WordLevel) / 100.0, 0, 1), letters));
        return letters;
    }

    private static string? Text(nint iterator, int level)
    {
        var text = TesseractApi.TessResultIteratorGetUTF8Text(iterator, level);
        if (text == 0) return null;
        var value = Marshal.PtrToStringUTF8(text)?.Trim();
        TesseractApi.TessDeleteText(text);
        return value;
    }

    private static PixelBox? Box(nint place, int level) =>
        TesseractApi.TessPageIteratorBoundingBox(place, level, out var left, out var top, out var right, out var bottom) != 0 && right > left && bottom > top
            ? new PixelBox(left, top, right, bottom) : null;

    public void Dispose() => TesseractApi.TessBaseAPIDelete(_api);
}
