namespace Resumai.Ocr.Languages;

/// <summary>Tesseract's name of the model of each language.</summary>
internal static class ModelNames
{
    private const string English = "eng";

    // ISO 639-1 → ISO 639-2/T as Tesseract's models are named; the language that is easily taken for it.
    private static readonly Dictionary<string, string[]> Names = Table("models.tsv");

    /// <summary>The model of a language (ISO 639-1), English where there is none or it is not installed.</summary>
    public static string Of(string? language) =>
        language is not null && Names.TryGetValue(language, out var row) && Tesseract.TesseractLibrary.HasModel(row[0]) ? row[0] : English;

    /// <summary>True for a language (ISO 639-1) that there is a model of.</summary>
    public static bool IsKnown(string language) => Names.ContainsKey(language);

    /// <summary>The language whose text without its accents is easily taken for this one's; null where there is none.</summary>
    public static string? Alike(string language) => Names.TryGetValue(language, out var row) && row.Length > 1 ? row[1] : null;

    private static Dictionary<string, string[]> Table(string name)
    {
        using var stream = typeof(ModelNames).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).ToDictionary(p => p[0], p => p[1..]);
    }
}
