namespace Resumai.Ocr.Tesseract;

/// <summary>Models that come with the program (training/Recognition) and are read in place of the installed ones of the same name.</summary>
internal static class OwnModels
{
    private static readonly Lazy<HashSet<string>> Names = new(() => [.. typeof(OwnModels).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(Extension, StringComparison.Ordinal))]);
    private const string Extension = ".traineddata";

    public static bool Has(string language) => Names.Value.Contains(language + Extension);

    /// <summary>Gives the engine the model of a language as Tesseract names it ("ell"); false where there is none or this Tesseract cannot read it.</summary>
    public static unsafe bool Load(nint api, string language, int engineMode)
    {
        if (!Has(language)) return false;
        using var stream = (UnmanagedMemoryStream)typeof(OwnModels).Assembly.GetManifestResourceStream(language + Extension)!;
        try
        {
            return TesseractApi.TessBaseAPIInit5(api, stream.PositionPointer, checked((int)stream.Length), language, engineMode, 0, 0, 0, 0, 0, 0) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            // An older Tesseract knows models as files only.
            return false;
        }
    }
}
