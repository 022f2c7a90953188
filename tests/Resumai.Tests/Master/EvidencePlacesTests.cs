using System.Text;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Reading;
using Resumai.Text;

namespace Resumai.Tests.Master;

/// <summary>Where a value is said to stand, it stands: on a page that there is, in a box that lies on it and holds its words.</summary>
public class EvidencePlacesTests
{
    private const double Rounding = 0.02;

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Folder)
        .Where(f => Path.GetExtension(f) is ".pdf" or ".docx" or ".odt" or ".rtf").Select(f => Path.GetFileName(f)!).Order()];

    private static string Folder => Path.Combine(Repository.Root, "corpus", "documents");

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_value_has_its_words_in_its_boxes(string document)
    {
        var explained = new CvParser().Explain(File.ReadAllBytes(Path.Combine(Folder, document)), new ParseOptions { AsOf = new DateOnly(2026, 11, 24) });
        if (explained.Result.Record is not { } record)
        {
            explained.Result.Error!.Code.ShouldBe("ocr_unavailable");
            return;
        }
        var arranged = explained.Arranged!;
        var hasPages = arranged.Source.Pages.Any(p => p.Width > 0);

        record.Evidence!.Where(e => !(hasPages ? IsOnPage(e.Value, arranged) : IsInParagraph(e.Value, arranged)))
            .Select(e => $"{e.Key}: \"{e.Value.Text}\", page {e.Value.Page}, {string.Join(" ", e.Value.Boxes.Select(b => $"[{string.Join(", ", b)}]"))}").ShouldBeEmpty();
    }

    private static bool IsOnPage(Evidence value, ArrangedDocument document)
    {
        if (value.Page is not { } number || document.Source.Pages.SingleOrDefault(p => p.Number == number) is not { } page || value.Boxes.Count == 0) return false;
        // A value that goes over a page's end has boxes of both; its page is that of its first line.
        var words = document.Lines.Where(l => l.Page == number || l.Page == number + 1).SelectMany(l => l.Words).Select(w => w.Word).ToArray();
        var held = new StringBuilder();
        foreach (var box in value.Boxes)
        {
            if (box[0] >= box[2] || box[1] >= box[3] || box[0] < -1 || box[1] < -1 || box[2] > page.Width + 1 || box[3] > page.Height + 1) return false;
            foreach (var word in words.Where(w => IsIn(w.Box, box))) held.Append(Letters(word.Text)).Append(' ');
        }
        var letters = held.ToString();
        return value.Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Letters).All(w => letters.Contains(w, StringComparison.Ordinal));
    }

    private static bool IsInParagraph(Evidence value, ArrangedDocument document) =>
        value.Boxes.Count == 0 && value.Page is null && value.Paragraph is { } number
        && Letters(string.Concat(document.Lines.Where(l => l.Paragraph >= number).Take(40).Select(l => l.Text))).Contains(Letters(value.Text.Split(' ')[0]), StringComparison.Ordinal);

    private static bool IsIn(Box word, double[] box) =>
        word.Left >= box[0] - Rounding && word.Top >= box[1] - Rounding && word.Right <= box[2] + Rounding && word.Bottom <= box[3] + Rounding;

    private static string Letters(string text) => string.Concat(UnicodeText.Fold(text).Where(char.IsLetterOrDigit));
}
