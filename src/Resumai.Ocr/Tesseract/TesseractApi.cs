using System.Runtime.InteropServices;

namespace Resumai.Ocr.Tesseract;

/// <summary>The entry points of Tesseract's C API (capi.h) that are used here.</summary>
internal static partial class TesseractApi
{
    public const string Library = "libtesseract.so.5";

    [LibraryImport(Library)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Library)]
    public static partial void TessBaseAPIDelete(nint api);

    /// <summary>0 when the models of "a+b" were found in the folder.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIInit2(nint api, string folder, string languages, int engineMode);

    /// <summary>As <see cref="TessBaseAPIInit2"/>, with a model in memory. Of Tesseract 5.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial int TessBaseAPIInit5(
        nint api, byte* model, int size, string language, int engineMode, nint configs, int configsCount, nint names, nint values, nuint namesCount, int onlyForReaders);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(nint api, string name, string value);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetPageSegMode(nint api, int mode);

    [LibraryImport(Library)]
    public static unsafe partial void TessBaseAPISetImage(nint api, byte* pixels, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetSourceResolution(nint api, int dotsPerInch);

    /// <summary>0 when it went well.</summary>
    [LibraryImport(Library)]
    public static partial int TessBaseAPIRecognize(nint api, nint monitor);

    /// <summary>Not 0 for a word of the dictionary that the model was packed with.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIIsValidWord(nint api, string word);

    [LibraryImport(Library)]
    public static partial void TessBaseAPIClear(nint api);

    /// <summary>0 when nothing was recognised.</summary>
    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetIterator(nint api);

    [LibraryImport(Library)]
    public static partial void TessResultIteratorDelete(nint iterator);

    /// <summary>The same object, seen as a page iterator: not deleted by itself.</summary>
    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetPageIterator(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessResultIteratorNext(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBoundingBox(nint iterator, int level, out int left, out int top, out int right, out int bottom);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBaseline(nint iterator, int level, out int x1, out int y1, out int x2, out int y2);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorIsAtBeginningOf(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial void TessDeleteText(nint text);

    /// <summary>From which severity on Leptonica, which Tesseract works with, writes on standard error; 6 is never.</summary>
    [LibraryImport("liblept.so.5", EntryPoint = "setMsgSeverity")]
    public static partial int SetLeptonicaSeverity(int severity);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);
}
