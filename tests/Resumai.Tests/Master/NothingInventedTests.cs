using System.Text;
using System.Text.Json;
using Resumai.Master;
using Resumai.Reading;
using Resumai.Text;

namespace Resumai.Tests.Master;

/// <summary>Runs the parser over the corpus: what a record says is printed in its document, and has evidence (contract, section 3).</summary>
public class NothingInventedTests
{
    /// <summary>Keys of values that are derived or not read from the print.</summary>
    private static readonly HashSet<string> Derived =
    [
        "schema_version", "as_of", "filename", "locale", "language", "document", "normalized_title", "seniority", "employment_type", "degree_level", "type", "e164", "country_code", "country",
        "code", "label", "level", "normalized_name", "esco_uri", "self_assessment", "sections", "totals", "warnings", "text", "evidence", "nationalities", "sources", "last_used", "tags", "driving_licences",
        "start_date", "end_date", "date", "expires", "date_of_birth",
    ];

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Path.Combine(Root(), "corpus", "documents"))
        .Where(f => f.EndsWith(".pdf", StringComparison.Ordinal) || f.EndsWith(".docx", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!).Order()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_value_is_printed_in_the_document_and_has_evidence(string document)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root(), "corpus", "documents", document));
        var result = new CvParser().Parse(bytes, new ParseOptions { AsOf = new DateOnly(2026, 11, 24) });
        if (result.Record is not { } record)
        {
            result.Error!.Code.ShouldBe("ocr_unavailable");
            return;
        }

        var json = JsonSerializer.SerializeToElement(record, MasterJson.Compact.MasterRecord);
        var text = Letters(record.Text!);
        var targets = LinkTargets(bytes);
        var values = Values(json, "").ToArray();

        values.Where(v => !IsPrinted(v, text, record.Evidence!) && !(IsAddress(v.Pointer) && IsLinked(v.Value, text, targets)))
            .Select(v => $"{v.Pointer}: {v.Value}").ShouldBeEmpty();
        values.Where(v => !record.Evidence!.ContainsKey(v.Pointer) && !record.Evidence.Keys.Any(k => k.StartsWith(v.Pointer + "/", StringComparison.Ordinal) || v.Pointer.StartsWith(k + "/", StringComparison.Ordinal)))
            .Select(v => $"no evidence for {v.Pointer}").ShouldBeEmpty();
    }

    /// <summary>The value stands in the text, or it is put together from lines that do (other columns' lines may stand between them).</summary>
    private static bool IsPrinted((string Pointer, string Value) value, string text, IReadOnlyDictionary<string, Evidence> evidence)
    {
        var letters = Letters(value.Value);
        if (letters.Length == 0 || text.Contains(letters, StringComparison.Ordinal)) return true;
        return evidence.TryGetValue(value.Pointer, out var found) && Letters(found.Text) == letters;
    }

    private static bool IsAddress(string pointer) =>
        pointer.EndsWith("/url", StringComparison.Ordinal) || pointer.StartsWith("/contact/emails/", StringComparison.Ordinal);

    /// <summary>A link may gain a scheme, and one behind a printed handle, icon or address counts: its target is in the file.</summary>
    private static bool IsLinked(string url, string text, IReadOnlyList<string> targets)
    {
        var bare = Letters(Bare(url));
        return text.Contains(bare, StringComparison.Ordinal) || targets.Any(t => Letters(Bare(t)) == bare);
    }

    private static string Bare(string url) => url.Replace("mailto:", "", StringComparison.Ordinal).Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal).Replace("www.", "", StringComparison.Ordinal);

    private static IReadOnlyList<string> LinkTargets(byte[] bytes)
    {
        var source = DocumentReaders.Read(bytes, new ReadLimits()).Document!;
        return [.. source.Pages.SelectMany(p => p.Links).Select(l => l.Url), .. source.Pages.SelectMany(p => p.Paragraphs).SelectMany(p => p.Runs).Select(r => r.Url).OfType<string>()];
    }

    private static IEnumerable<(string Pointer, string Value)> Values(JsonElement element, string pointer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element.EnumerateObject().Where(p => !Derived.Contains(p.Name)).SelectMany(p => Values(p.Value, pointer + "/" + p.Name));
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany((item, i) => Values(item, $"{pointer}/{i}"));
            case JsonValueKind.String:
                return [(pointer, element.GetString()!)];
            default:
                return [];
        }
    }

    private static string Letters(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in UnicodeText.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) result.Append(rune.ToString());
        }
        return result.ToString();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Resumai.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
