using System.Runtime.InteropServices;

namespace Resumai.Ocr.Tesseract;

/// <summary>What of Tesseract is installed on this machine.</summary>
internal static class TesseractLibrary
{
    private static readonly string[] Folders = ["/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata"];
    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Folder of the language models, null when there is none.</summary>
    public static string? Models { get; } = new[] { Environment.GetEnvironmentVariable("TESSDATA_PREFIX") }.Concat(Folders)
        .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "eng.traineddata")));

    /// <summary>True when the library loads and the models it cannot do without are there.</summary>
    public static bool IsInstalled => Models is not null && Loaded.Value;

    public static bool HasModel(string language) => OwnModels.Has(language) || Models is { } folder && File.Exists(Path.Combine(folder, language + ".traineddata"));

    private static bool Load()
    {
        // The OpenMP runtime reads this when it is loaded, from the C environment, which .NET's own setter leaves alone. With several
        // threads a page takes several times as long: they wait for each other over every small matrix.
        TesseractApi.SetEnvironment("OMP_THREAD_LIMIT", "1", 0);
        if (!NativeLibrary.TryLoad(TesseractApi.Library, out _)) return false;
        // Its complaints about odd boxes are for programmers.
        _ = TesseractApi.SetLeptonicaSeverity(6);
        return true;
    }
}
