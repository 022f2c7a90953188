using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Marks;

/// <summary>
/// Dots and dashes halfway up between words, which part what stands side by side: recognisers take dots for dashes, stars and
/// guillemets and leave either out. They are told by their shape and put where they stand.
/// </summary>
internal static class MiddleSigns
{
    private const byte Ink = 150;
    /// <summary>Between which heights over the base line the middle of a sign is, in heights of the line's words.</summary>
    private const double Lower = 0.2, Upper = 0.6;
    /// <summary>In heights of the line's words: the widest gap to the words beside a sign.</summary>
    private const double WidestGap = 1.6;
    /// <summary>In heights of the line's words: the least gap between a word and a sign that was read as its last letter.</summary>
    private const double PartedGap = 0.2;
    private const double Certain = 0.9;
    /// <summary>A dash is so many times longer than it is high.</summary>
    private const double StrokeShape = 1.6;
    /// <summary>In heights of the line's words: the least gap that has room for a dash between two spaces.</summary>
    private const double LeastPaleGap = 0.7;
    /// <summary>A read sign of no more characters may have been the one on the page.</summary>
    private const int MostSigns = 2;
    private const string Dashes = "-–—";
    /// <summary>Signs that are read for none of these, and letters that a disc is read as.</summary>
    private const string Others = "/|&()%@", LikeDisc = "eoOcC";
    /// <summary>Parts of a piece and of a letter's box that they share where the letter is that piece.</summary>
    private const double SamePlace = 0.6;

    public static IReadOnlyList<RecognizedWord> Put(IReadOnlyList<RecognizedWord> words, GrayImage image)
    {
        var pieces = InkPieces.FindAll(image, Ink).OrderBy(p => p.Left).ToList();
        var result = new List<RecognizedWord>(words.Count);
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var put = line.ToList();
            Put(put, pieces, image);
            result.AddRange(put);
        }
        return result;
    }

    private static void Put(List<RecognizedWord> line, List<PixelBox> pieces, GrayImage image)
    {
        var telling = line.Where(IsWord).ToList();
        if (telling.Count == 0) return;
        var height = telling.Select(w => (double)w.Box.Height).Order().ElementAt(telling.Count / 2);
        var around = telling.Aggregate(telling[0].Box, (all, w) => all.Union(w.Box)).Grown((int)(WidestGap * height));
        foreach (var piece in pieces.Where(p => p.Left > around.Left && p.Right < around.Right && p.Top > around.Top && p.Bottom < around.Bottom))
        {
            if (MiddleSign.Of(piece, image, height) is not { } sign || line.FindLast(w => IsWord(w) && w.Box.Left < piece.Left) is not { } before) continue;
            var rise = (before.Baseline - (piece.Top + piece.Bottom) / 2.0) / height;
            if (rise < Lower || rise > Upper || pieces.Exists(p => p != piece && IsOver(p, piece, height))) continue;
            if (sign.Text == MiddleSign.Bullet && line.Find(w => IsDisc(w, piece)) is { } disc)
            {
                line[line.IndexOf(disc)] = disc with { Text = sign.Text, Box = piece, Confidence = Certain, Letters = [] };
                continue;
            }
            if (before.Box.Right > piece.Left + 2)
            {
                Part(line, before, piece, sign, height);
                continue;
            }
            var after = line.Find(w => IsWord(w) && w.Box.Left >= piece.Right - 2);
            if (line.Exists(w => IsWord(w) && Overlaps(w.Box, piece)) || !sign.IsBetween(piece.Left - before.Box.Right, after?.Box.Left - piece.Right, height)) continue;
            Put(line, piece, before, sign);
        }
        PutPale(line, image, height);
        for (var i = 0; i < line.Count; i++)
        {
            if (line[i].Text.EndsWith(':') && MiddleSign.IsPointRead(line[i], image, height)) Point(line, i);
            if (i > 0 && line[i].Text.Length == 1 && Dashes.Contains(line[i].Text[0]) && IsWord(line[i - 1]) && MiddleSign.IsDotRead(line[i].Box, image, height) && !pieces.Exists(p => IsStroke(p) && Overlaps(p, line[i].Box))) line[i] = line[i] with { Text = MiddleSign.Point, Letters = [] };
        }
    }

    /// <summary>A dash behind a year is put where it is too pale for a piece of ink.</summary>
    private static void PutPale(List<RecognizedWord> line, GrayImage image, double height)
    {
        for (var i = line.Count - 1; i > 0; i--)
        {
            var (before, after) = (line[i - 1], line[i]);
            if (!char.IsAsciiDigit(before.Text[^1]) || !IsWord(after) || after.Box.Left - before.Box.Right is var gap && (gap < LeastPaleGap * height || gap > WidestGap * height)) continue;
            var between = new PixelBox(before.Box.Right + 1, (int)(before.Baseline - height), after.Box.Left - 1, (int)before.Baseline).Within(image.Bounds);
            if (MiddleSign.IsPaleDash(between, image, before.Baseline, height)) line.Insert(i, before with { Text = "–", Box = between, Confidence = Certain, Letters = [] });
        }
    }

    /// <summary>The box of a read sign may hold the end of its dash alone.</summary>
    private static bool IsStroke(PixelBox piece) => piece.Width > StrokeShape * piece.Height;

    /// <summary>Puts a point for the colon that a word ends in, unless one was put behind it.</summary>
    private static void Point(List<RecognizedWord> line, int at)
    {
        var (word, put) = (line[at], at + 1 < line.Count && line[at + 1].Text == MiddleSign.Point);
        if (word.Text.Length == 1)
        {
            if (put) line.RemoveAt(at);
            else line[at] = word with { Text = MiddleSign.Point, Letters = [] };
            return;
        }
        var sign = word.Letters[^1].Box;
        line[at] = word with { Text = word.Text[..^1], Box = word.Box with { Right = sign.Left }, Letters = [.. word.Letters.SkipLast(1)] };
        if (!put) line.Insert(at + 1, word with { Text = MiddleSign.Point, Box = sign, Letters = [] });
    }

    /// <summary>A disc that was read as a round letter by itself.</summary>
    private static bool IsDisc(RecognizedWord word, PixelBox piece) => word.Text.Length == 1 && LikeDisc.Contains(word.Text[0])
        && Math.Min(word.Box.Right, piece.Right) - Math.Max(word.Box.Left, piece.Left) is var across && across >= SamePlace * piece.Width && across >= SamePlace * word.Box.Width;

    /// <summary>Another piece right above or below: the dots of a colon, the strokes of an equals sign.</summary>
    private static bool IsOver(PixelBox other, PixelBox piece, double height) =>
        Math.Min(other.Right, piece.Right) > Math.Max(other.Left, piece.Left) && Math.Abs(other.Top - piece.Top) < height && other.Width < 2 * height;

    private static void Put(List<RecognizedWord> line, PixelBox piece, RecognizedWord before, MiddleSign sign)
    {
        // The box of a read sign is often beside it: what stands between the two words is that sign.
        var at = line.IndexOf(before) + 1;
        var read = line.Skip(at).TakeWhile(w => !IsWord(w) && w.Text.Length <= MostSigns).ToList();
        // A pale stroke may be broken into dots.
        if (read.Exists(w => w.Text.Any(Others.Contains))) return;
        var dash = sign.IsWave ? null : sign.IsDash || !MiddleSign.IsRound(piece) ? read.Find(w => w.Text.Any(Dashes.Contains)) : null;
        if (dash is not null) dash = dash with { Text = string.Concat(dash.Text.Where(Dashes.Contains)) };
        line.RemoveRange(at, read.Count);
        line.Insert(at, dash ?? before with { Text = sign.Text, Box = piece, Confidence = Certain, Letters = [] });
    }

    /// <summary>The sign stands within what was read as one word: at its end read as a letter or another sign, or between two years left out; a swung dash in its midst.</summary>
    private static void Part(List<RecognizedWord> line, RecognizedWord word, PixelBox piece, MiddleSign sign, double height)
    {
        if (word.Letters.Count != word.Text.Length || word.Letters.Count < 2) return;
        if (sign.IsWave && word.Letters.Index().FirstOrDefault(l => Overlaps(l.Item.Box, piece) && !char.IsLetterOrDigit(word.Text[l.Index])) is { Item.Text: not null } swung)
        {
            line[line.IndexOf(word)] = word with { Text = $"{word.Text[..swung.Index]}{sign.Text}{word.Text[(swung.Index + 1)..]}", Letters = [] };
            return;
        }
        var last = word.Letters[^1].Box;
        if (!sign.IsDash && Overlaps(last, piece) && piece.Left - word.Letters[^2].Box.Right >= PartedGap * height && last.Width < 2 * piece.Width + 4 && (sign.Text == MiddleSign.Bullet || !char.IsLetterOrDigit(word.Text[^1])))
        {
            var rest = word with { Text = word.Text[..^1], Box = word.Box with { Right = word.Letters[^2].Box.Right }, Letters = [.. word.Letters.SkipLast(1)] };
            var at = line.IndexOf(word);
            line[at] = rest;
            line.Insert(at + 1, rest with { Text = sign.Text, Box = piece, Confidence = Certain, Letters = [] });
        }
        else if (sign.IsDash && word.Text is { Length: 8 } && word.Text.All(char.IsAsciiDigit) && word.Letters[3].Box.Right <= piece.Left + 3 && word.Letters[4].Box.Left >= piece.Right - 3)
        {
            line[line.IndexOf(word)] = word with { Text = $"{word.Text[..4]}{sign.Text}{word.Text[4..]}", Letters = [] };
        }
    }

    private static bool IsWord(RecognizedWord word) => word.Text.Any(char.IsLetterOrDigit);

    private static bool Overlaps(PixelBox a, PixelBox b) =>
        Math.Min(a.Right, b.Right) > Math.Max(a.Left, b.Left) && Math.Min(a.Bottom, b.Bottom) > Math.Max(a.Top, b.Top);
}
