using Resumai.Text;

namespace Resumai.Ocr.Contacts;

/// <summary>A reading of a contact detail.</summary>
/// <param name="Weight">Confidence, times how well the model and the cut-out suit such text.</param>
internal sealed record ContactReading(ContactText Text, double Weight);

/// <summary>
/// Chooses among readings part by part, by how surely they were read, whether they have the form of a contact detail and whether
/// they agree with what else the page says: an address often holds the name or another handle. Every letter is one that was read, or half of one that is taken for two.
/// </summary>
internal static class ContactVote
{
    private const int Host = 1;
    /// <summary>Weight of the form, and of agreement with the page, against that of a sure reading.</summary>
    private const double Form = 1, Agreement = 1.2;
    /// <summary>Of what may be a reading of this detail: the handle of another one; and where only the page can tell: that a letter was the stroke before it.</summary>
    private const double Other = 0.4, Unsure = 0.1;
    /// <summary>Words of a page shorter than this are no evidence.</summary>
    private const int LeastWord = 4;
    /// <summary>Letters that figures are read as, and which.</summary>
    private const string LikeFigures = "zsSOoQlIB", Figures = "255000118";

    /// <summary>The detail most likely printed; null where no reading has its form and no two agree.</summary>
    /// <param name="others">Readings of the page's other details.</param>
    /// <param name="page">Folded words of the page.</param>
    public static ContactText? Best(IReadOnlyList<ContactReading> readings, IReadOnlyList<ContactReading> others, IReadOnlySet<string> page)
    {
        if (readings.Count == 0) return null;
        var kind = readings.GroupBy(r => r.Text.Kind).MaxBy(g => g.Sum(Weight))!.Key;
        // Without its sign an e-mail address is read as its host alone.
        if (kind == ContactKind.Web && readings.Any(r => r.Text is { Kind: ContactKind.Email, IsValid: true } mail && readings.Any(w => w.Text.Kind == ContactKind.Web && w.Text.Parts.Count == Host + 1 && w.Text.Parts[Host] == mail.Parts[Host]))) kind = ContactKind.Email;
        var same = readings.Where(r => r.Text.Kind == kind).ToList();
        var best = same.GroupBy(r => (r.Text.Parts.Count, Whole: kind == ContactKind.Phone ? r.Text.Value : "")).MaxBy(g => g.Sum(Weight))!.MaxBy(Weight)!.Text;
        if (kind == ContactKind.Phone) return best.IsValid ? best : Agreed(same);

        var voted = best with { Parts = [.. best.Parts.Select((_, at) => Part(same, at, best, others, page))] };
        return voted.IsValid ? voted : Agreed(same);
    }

    /// <summary>What two readings have alike, though its form is not complete: an address may go on in the next line.</summary>
    private static ContactText? Agreed(List<ContactReading> readings) =>
        readings.GroupBy(r => r.Text.Value).Where(g => g.Count() > 1).MaxBy(g => g.Sum(r => r.Weight))?.First().Text;

    private static double Weight(ContactReading reading) => reading.Weight + (reading.Text.IsValid ? Form : 0);

    private static string Part(List<ContactReading> readings, int at, ContactText best, IReadOnlyList<ContactReading> others, IReadOnlySet<string> page)
    {
        var read = readings.Where(r => at <= Host || r.Text.Parts.Count == best.Parts.Count).Select(r => (Text: r.Text.Parts[at], r.Weight)).ToList();
        if (at == Host && read.Exists(r => ContactText.IsHost(r.Text))) read.RemoveAll(r => !ContactText.IsHost(r.Text));
        var isHandle = best.Kind == ContactKind.Web && at > Host && at == best.Parts.Count - 1;
        if (isHandle)
        {
            read.AddRange(read.Where(r => BeginsWithStroke(r.Text)).SelectMany(r => Unstroked(r.Text).Select(t => (t, Unsure * r.Weight))).ToList());
            read.AddRange(others.Select(o => (Text: Handle(o.Text), o.Weight)).Where(o => read.Exists(r => IsNearly(o.Text, r.Text))).Select(o => (o.Text, Other * o.Weight)).ToList());
        }
        if (at == 0 && best.Kind == ContactKind.Email) read.AddRange(read.Select(r => (Text: Figured(r.Text, page), r.Weight)).Where(r => !read.Exists(o => o.Text == r.Text)).ToList());
        var evidence = isHandle || (at == 0 && best.Kind == ContactKind.Email);
        return read.GroupBy(r => r.Text).MaxBy(g => g.Sum(r => r.Weight) * (isHandle && BeginsWithStroke(g.Key) && char.IsUpper(g.Key[0]) ? Other : 1) + (evidence ? Agreement * Agreeing(g.Key, page) : 0))!.Key;
    }

    /// <summary>What names a person in an address: the last segment of its path.</summary>
    private static string Handle(ContactText text) => text.Kind == ContactKind.Web && text.Parts.Count > Host + 1 ? text.Parts[^1] : "";

    /// <summary>A slanted stroke joins the letter behind it, and both are read as a capital.</summary>
    private static bool BeginsWithStroke(string handle) => handle.Length > LeastWord && handle[0] is 'A' or 'V' or 'W' or 'f' or 'l' or 'I' or 'i' && handle.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0;

    /// <summary>The handle if its first letter was the stroke, or a stroke and a letter that look like it together: the page must tell which.</summary>
    private static IEnumerable<string> Unstroked(string handle)
    {
        var rest = handle[1..];
        return handle[0] switch
        {
            'A' => [rest, "t" + rest, "i" + rest],
            'W' => [rest, "v" + rest, "w" + rest],
            _ => [rest],
        };
    }

    /// <summary>The number behind a word of the page in figures only: old-style ones are read as the letters they look like.</summary>
    private static string Figured(string local, IReadOnlySet<string> page)
    {
        var start = local.Length;
        while (start > 0 && (char.IsAsciiDigit(local[start - 1]) || LikeFigures.Contains(local[start - 1]))) start--;
        while (start < local.Length && !IsName(local[..start])) start++;
        return local.AsSpan(start).IndexOfAnyInRange('0', '9') < 0 ? local : local[..start] + string.Concat(local[start..].Select(c => LikeFigures.IndexOf(c) is >= 0 and var at ? Figures[at] : c));

        bool IsName(string text) => text.Length >= LeastWord && page.Contains(UnicodeText.Fold(text.Split('.', '_', '-')[^1]));
    }

    /// <summary>One but for a letter, as long handles are that name the same person.</summary>
    private static bool IsNearly(string other, string handle)
    {
        if (other.Length <= LeastWord || Math.Abs(other.Length - handle.Length) > 1 || other == handle) return false;
        var (start, end) = (0, 0);
        while (start < Math.Min(other.Length, handle.Length) && other[start] == handle[start]) start++;
        while (end < Math.Min(other.Length, handle.Length) - start && other[^(end + 1)] == handle[^(end + 1)]) end++;
        return start + end >= Math.Max(other.Length, handle.Length) - 1;
    }

    /// <summary>Part of the letters that are words of the page.</summary>
    private static double Agreeing(string part, IReadOnlySet<string> page)
    {
        var tokens = UnicodeText.Fold(part).Split(['.', '_', '-', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], StringSplitOptions.RemoveEmptyEntries);
        var letters = tokens.Sum(t => t.Length);
        return letters == 0 ? 0 : (double)tokens.Sum(t => Known(t, page)) / letters;
    }

    private static int Known(string token, IReadOnlySet<string> page) => page.Contains(token) ? token.Length
        : page.Where(w => w.Length >= LeastWord && (token.StartsWith(w, StringComparison.Ordinal) || token.EndsWith(w, StringComparison.Ordinal))).Select(w => w.Length).DefaultIfEmpty(0).Max();
}
