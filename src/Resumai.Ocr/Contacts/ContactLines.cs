using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Text;

namespace Resumai.Ocr.Contacts;

/// <summary>How a contact detail is cut out and read again.</summary>
internal enum CutOut
{
    /// <summary>Twice as large.</summary>
    Double,
    /// <summary>As on the page.</summary>
    Plain,
    /// <summary>Twice as large, black and white.</summary>
    Binary,
    /// <summary>Twice as large, figures and what stands between them only.</summary>
    Figures,
}

/// <summary>
/// Reads e-mail addresses, web addresses and phone numbers again, each cut out by itself, with the English model: they are no words of
/// any language, and one wrong letter makes them useless. The readings are put to the vote.
/// </summary>
internal static class ContactLines
{
    /// <summary>How well a cut-out suits, against the others; the first reading is made with the model of the language, which mistakes the signs of addresses.</summary>
    private const double First = 0.6, FirstEnglish = 0.9, Again = 1;
    /// <summary>Confidence from which on a word of the page is evidence.</summary>
    private const double Sure = 0.8;
    /// <summary>Confidence from which on a word before a detail is a word in the page's script.</summary>
    private const double Label = 0.4;
    private const int LeastWord = 3, FewestLetters = 8;
    /// <summary>Part of a line's width from which on it has been read.</summary>
    private const double MostRead = 0.3;
    /// <summary>In heights of the line: the margin of a cut-out, and how far lines of details stand from each other.</summary>
    private const double Margin = 0.3, Beneath = 1.5;

    /// <param name="signs">At signs of the page by their shape.</param>
    /// <param name="read">Reads a cut-out of the page: its words and how sure they are.</param>
    public static IReadOnlyList<RecognizedWord> ReadAgain(IReadOnlyList<RecognizedWord> words, IReadOnlyList<InkLine> inkLines, IReadOnlyList<AtSign> signs, bool english, Func<PixelBox, CutOut, (string Text, double Confidence)> read)
    {
        var lines = words.GroupBy(w => w.Line).Select(line => line.ToList()).ToList();
        var starts = lines.ConvertAll(line => line[0]);
        var pieces = lines.SelectMany(line => ContactPiece.Of(line, starts, inkLines, signs).Select(piece => Read(piece, line, inkLines, english, read))).ToList();
        if (pieces.Count == 0) return words;
        var page = words.Where(w => w.Confidence >= Sure).Select(w => UnicodeText.Fold(w.Text.Trim('.', ',', ';', ':', '(', ')'))).Where(w => w.Length >= LeastWord).ToHashSet(StringComparer.Ordinal);
        var replaced = new Dictionary<RecognizedWord, IReadOnlyList<RecognizedWord>>(ReferenceEqualityComparer.Instance);
        foreach (var (piece, readings) in pieces)
        {
            var others = pieces.Where(p => !ReferenceEquals(p.Piece, piece)).SelectMany(p => p.Readings).ToList();
            if (ContactVote.Best(readings, others, page) is not { } best) continue;
            // What was read right stays as it was, with the signs around it.
            if (piece.Text.Contains(best.Value, StringComparison.Ordinal))
            {
                replaced[piece.Words[0]] = [piece.Words[0]];
                continue;
            }
            replaced[piece.Words[0]] = Words(piece, best, readings.Where(r => r.Text.Kind == best.Kind).Max(r => r.Weight));
            foreach (var word in piece.Words.Skip(1)) replaced[word] = [];
        }
        var details = replaced.Values.Where(w => w.Count > 0).Select(w => w[0]).ToHashSet<RecognizedWord>(ReferenceEqualityComparer.Instance);
        var mended = Pictograms.Without([.. words.SelectMany(w => replaced.TryGetValue(w, out var better) ? better : [w])], details).ToList();
        mended.AddRange(Unread(words, pieces.ConvertAll(p => p.Piece), inkLines, read));
        return mended;
    }

    /// <summary>Details on lines that nothing was read from, beside lines that have one.</summary>
    private static IEnumerable<RecognizedWord> Unread(IReadOnlyList<RecognizedWord> words, List<ContactPiece> pieces, IReadOnlyList<InkLine> inkLines, Func<PixelBox, CutOut, (string Text, double Confidence)> read)
    {
        var number = words.Max(w => w.Line) + 1;
        foreach (var line in inkLines.Where(l => l.Letters >= FewestLetters && pieces.Exists(p => IsBeside(l.Box, p.Place)) && words.Where(w => IsOn(w.Box, l.Box)).Sum(w => w.Box.Width) < MostRead * l.Box.Width))
        {
            var (text, confidence) = read(line.Box.Grown((int)(line.Box.Height * Margin)), CutOut.Double);
            if (ContactText.In(text) is not { IsValid: true } found) continue;
            var word = new RecognizedWord("", line.Box, number++, line.Box.Bottom, confidence, []);
            foreach (var part in Words(new ContactPiece([word], line.Box), found with { Before = "", After = "" }, confidence)) yield return part;
        }
    }

    private static bool IsBeside(PixelBox line, PixelBox piece) =>
        Math.Min(line.Right, piece.Right) > Math.Max(line.Left, piece.Left) && Math.Max(line.Top, piece.Top) - Math.Min(line.Bottom, piece.Bottom) < Beneath * line.Height;

    private static bool IsOn(PixelBox word, PixelBox line) =>
        Math.Min(word.Right, line.Right) > Math.Max(word.Left, line.Left) && Math.Min(word.Bottom, line.Bottom) - Math.Max(word.Top, line.Top) > Math.Min(word.Height, line.Height) / 2;

    private static (ContactPiece Piece, List<ContactReading> Readings) Read(ContactPiece piece, IReadOnlyList<RecognizedWord> line, IReadOnlyList<InkLine> inkLines, bool english, Func<PixelBox, CutOut, (string Text, double Confidence)> read)
    {
        var readings = Readings(piece, english, read);
        // An underscore that the page's reading left out parts an address from its first word.
        return readings.Exists(r => r.Text.LacksStart) && piece.WithWordBefore(line, inkLines) is { } longer ? (longer, Readings(longer, english, read)) : (piece, readings);
    }

    private static List<ContactReading> Readings(ContactPiece piece, bool english, Func<PixelBox, CutOut, (string Text, double Confidence)> read)
    {
        var readings = new List<ContactReading>();
        Add(piece.Text, piece.Confidence * (english ? FirstEnglish : First));
        var phone = readings.Count > 0 && readings[0].Text.Kind == ContactKind.Phone;
        foreach (var cutOut in (ReadOnlySpan<CutOut>)[CutOut.Double, CutOut.Plain, phone ? CutOut.Figures : CutOut.Binary])
        {
            var (text, confidence) = read(piece.Place, cutOut);
            Add(text, confidence * Again);
            if (AreAgreed(readings)) break;
        }
        return piece.Sign is { } sign && !(AreAgreed(readings) && HasSigns(readings[^1].Text, sign)) ? Parted(piece, sign, readings, read) : readings;

        void Add(string text, double weight)
        {
            if (In(piece, text) is { } found) readings.Add(new ContactReading(found, weight));
        }
    }

    private static bool AreAgreed(List<ContactReading> readings) => readings is [.., var before, var last] && before.Text.Value == last.Text.Value;

    /// <summary>An e-mail address with all the signs that the ink shows.</summary>
    private static bool HasSigns(ContactText text, AtSign sign) => text.Kind == ContactKind.Email && (sign.Underscores.Count == 0 || text.Parts[0].Count(c => c == '_') == sign.Underscores.Count);

    /// <summary>The readings with all signs and others of what stands between these, each read by itself; those given where the signs part no address.</summary>
    private static List<ContactReading> Parted(ContactPiece piece, AtSign sign, List<ContactReading> readings, Func<PixelBox, CutOut, (string Text, double Confidence)> read)
    {
        var parted = new List<ContactReading>();
        foreach (var cutOut in (ReadOnlySpan<CutOut>)[CutOut.Double, CutOut.Plain])
        {
            var (text, least, left) = ("", 1.0, piece.Place.Left);
            foreach (var (box, written) in sign.Underscores.Select(u => (u, "_")).Append((sign.Box, "@")))
            {
                var (before, sure) = Part(piece.Place with { Left = left, Right = box.Left }, cutOut);
                (text, least, left) = (text + (text.Length == 0 ? WithoutSpeck(before) : before) + written, Math.Min(least, sure), box.Right);
            }
            var (behind, last) = Part(piece.Place with { Left = left }, cutOut);
            if (In(piece, text + behind) is { Kind: ContactKind.Email } mail && (mail.IsValid || piece.Below.Any(b => ContactText.IsHost(mail.Parts[1] + b)))) parted.Add(new ContactReading(mail, Math.Min(least, last) * Again));
        }
        return parted.Count == 0 ? readings : [.. readings.Where(r => HasSigns(r.Text, sign)), .. parted];

        // The sign may stand beside what was read as the address.
        (string Text, double Confidence) Part(PixelBox box, CutOut cutOut) => box.Width > 0 ? read(box, cutOut) : ("", 0);
    }

    /// <summary>No address begins with a sign: a speck or a pictogram's edge was read before it.</summary>
    private static string WithoutSpeck(string text) => text.TrimStart('-', '–', '—', '•', '·', '.', ',', '|', '*', ' ');

    private static ContactText? In(ContactPiece piece, string text) => (piece.IsOneWord ? ContactText.InOneWord(text) : null) ?? ContactText.In(text);

    /// <summary>The detail and what was read beside it, over the place of the piece.</summary>
    private static List<RecognizedWord> Words(ContactPiece piece, ContactText text, double confidence)
    {
        // The label before it is in the page's language.
        var label = piece.Words.TakeWhile(w => w.Text.Any(IsOtherScript) && w.Confidence >= Label && !w.Text.Any(char.IsAsciiDigit)).Select(w => w.Text).ToList();
        var parts = (label.Count > 0 ? label : Beside(text.Before)).Concat(text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Concat(Beside(text.After)).ToList();
        var box = piece.Words.Aggregate(piece.Words[0].Box, (all, w) => all.Union(w.Box));
        box = box with { Top = Math.Max(box.Top, piece.Place.Top), Bottom = Math.Min(box.Bottom, piece.Place.Bottom) };
        var (letter, at) = ((double)box.Width / (parts.Sum(p => p.Length) + parts.Count - 1), 0.0);
        var words = new List<RecognizedWord>(parts.Count);
        foreach (var part in parts)
        {
            var place = box with { Left = box.Left + (int)(at * letter), Right = box.Left + (int)((at + part.Length) * letter) };
            words.Add(piece.Words[0] with { Text = part, Box = place, Confidence = Math.Min(confidence, 1), Letters = [] });
            at += part.Length + 1;
        }
        return words;
    }

    private static bool IsOtherScript(char c) => c is >= '\u0370' and < '\u2000';

    /// <summary>Words beside a detail and the strokes that part them; other signs and single letters there are pictograms.</summary>
    private static IEnumerable<string> Beside(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(p => p == "|" || p.Count(char.IsLetterOrDigit) > 1);
}
