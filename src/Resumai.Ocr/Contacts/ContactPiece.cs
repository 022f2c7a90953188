using System.Text.RegularExpressions;
using Resumai.Fields.Contact;
using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Contacts;

/// <summary>Words that stand side by side and look like one contact detail, perhaps misread.</summary>
/// <param name="Words">In the order of their line.</param>
/// <param name="Place">Where the detail is, with half the gap to the words beside it.</param>
internal sealed partial record ContactPiece(IReadOnlyList<RecognizedWord> Words, PixelBox Place)
{
    /// <summary>In heights of the line: a gap within a detail is narrower, but for those before a host that may be the end of an address and in phone numbers; and the margin.</summary>
    private const double NarrowGap = 0.6, OpenGap = 1.2, NumberGap = 1.1, Margin = 0.35;
    /// <summary>In heights of the line: the next line of an address is nearer.</summary>
    private const double Beneath = 1;
    /// <summary>Words before or behind an address that may belong to it.</summary>
    private const int Reach = 2;
    /// <summary>Confidence below which a word beside an address may be a part of it.</summary>
    private const double Doubt = 0.9, Guess = 0.5;

    /// <summary>Part of a line's height that is in the box of its words, and of the box that a line is high.</summary>
    private const double MostOfLine = 0.6, Least = 0.35;

    /// <summary>In heights of the line: a sign by its shape is so near to the words that it parts, and so far within them.</summary>
    private const double Near = 0.4, Inside = 0.3;

    /// <summary>The at sign and what it is read as.</summary>
    private const string ReadAs = "@©®&";

    public string Text => string.Join(' ', Words.Select(w => w.Text));

    /// <summary>Its words stand so close that no space is between them but where a sign was left out.</summary>
    public bool IsOneWord { get; private init; }

    /// <summary>The at sign within it by its shape, whatever was read there.</summary>
    public AtSign? Sign { get; private init; }

    /// <summary>First words of lines right below, for a piece that ends its line: an address may go on there.</summary>
    public IReadOnlyList<string> Below { get; private init; } = [];

    public double Confidence => Words.Sum(w => w.Confidence * w.Text.Length) / Math.Max(1, Words.Sum(w => w.Text.Length));

    /// <summary>The pieces of a line.</summary>
    /// <param name="starts">The first words of the page's lines: an address may end in the line below.</param>
    /// <param name="inkLines">Lines of ink of the page: the box of a word may reach into the next line.</param>
    /// <param name="signs">At signs of the page by their shape.</param>
    public static IEnumerable<ContactPiece> Of(IReadOnlyList<RecognizedWord> line, IReadOnlyList<RecognizedWord> starts, IReadOnlyList<InkLine> inkLines, IReadOnlyList<AtSign> signs)
    {
        var height = line.Select(w => w.Box.Height).Order().ElementAt(line.Count / 2);
        var free = 0;
        var own = signs.Count == 0 ? signs : [.. signs.Where(s => line.Any(w => IsAt(s.Box, w.Box, (int)(Near * height))))];
        for (var i = 0; i < line.Count; i++)
        {
            var (first, last) = Number(line, i, height) ?? Address(line, starts, own, i, free, height) ?? (i, -1);
            if (last < 0) continue;
            free = last + 1;
            var piece = Cut(line, first, last, height, inkLines, own);
            yield return piece.Sign is null || last + 1 < line.Count ? piece : piece with { Below = [.. starts.Where(s => IsBelow(s.Box, line, last, height)).Select(s => Ending(s.Text))] };
            i = last;
        }
    }

    /// <summary>The piece with the word before it on its line, however surely that was read; null where none is near.</summary>
    public ContactPiece? WithWordBefore(IReadOnlyList<RecognizedWord> line, IReadOnlyList<InkLine> inkLines)
    {
        var height = line.Select(w => w.Box.Height).Order().ElementAt(line.Count / 2);
        var first = line.TakeWhile(w => !ReferenceEquals(w, Words[0])).Count() - 1;
        return first >= 0 && Gap(line, first) < OpenGap * height && AddressPart().IsMatch(line[first].Text) ? Cut(line, first, first + Words.Count, height, inkLines, Sign is null ? [] : [Sign]) with { IsOneWord = IsOneWord } : null;
    }

    private static (int First, int Last)? Number(IReadOnlyList<RecognizedWord> line, int at, double height)
    {
        if (!IsNumberStart(line[at].Text)) return null;
        var last = at;
        while (last + 1 < line.Count && NumberPart().IsMatch(line[last + 1].Text) && Gap(line, last) < NumberGap * height) last++;
        // A stroke that parts details.
        while (last > at && (!line[last].Text.Any(char.IsAsciiDigit) || (line[last].Text.Length == 1 && line[last].Confidence < Guess))) last--;
        return ContactText.In(string.Join(' ', line.Skip(at).Take(last - at + 1).Select(w => w.Text).Select(Figures))) is { Kind: ContactKind.Phone } ? (at, last) : null;
    }

    private static bool IsNumberStart(string text) => NumberStart().IsMatch(text);

    /// <summary>Letters that stand for figures they look like, for telling a number only.</summary>
    private static string Figures(string text) =>
        text[0] == '+' && text.Count(char.IsAsciiDigit) * 2 > text.Length ? AnyLetter().Replace(text, "1") : LikeFigures().Replace(LikePlus().Replace(text, "+"), "1");

    private static (int First, int Last)? Address(IReadOnlyList<RecognizedWord> line, IReadOnlyList<RecognizedWord> starts, IReadOnlyList<AtSign> signs, int at, int free, double height)
    {
        var near = (int)(Near * height);
        var signed = signs.Any(s => IsAt(s.Box, line[at].Box, near));
        if (!signed && !LooksLikeAddress().IsMatch(line[at].Text)) return null;
        var (first, last) = (at, at);
        while (at - first < Reach && first > free && (Joins(first - 1) || (IsOpen(line, first, last) && Gap(line, first - 1) < (IsHostOnly(line, first, last) ? OpenGap : NarrowGap) * height && MayBelong(line[first - 1], line[first])))) first--;
        while (last - at < Reach && last + 1 < line.Count && (Joins(last) || (IsOpen(line, first, last) && Gap(line, last) < NarrowGap * height && MayBelong(line[last + 1], line[last])))) last++;
        return LooksWhole(line, first, last) || SignIn(Around(line, first, last), signs, height) is not null || (last + 1 == line.Count && starts.Any(s => IsBelow(s.Box, line, last, height) && GoesOn(line[last].Text, s.Text))) ? (first, last) : null;

        bool Joins(int before) => signed && signs.Any(s => AreJoined(s, line[before].Box, line[before + 1].Box, near));
    }

    /// <summary>It stands between the words, or no space is between them and it.</summary>
    private static bool AreJoined(AtSign sign, PixelBox before, PixelBox behind, int near) =>
        (IsAt(sign.Box, before, near) && IsAt(sign.Box, behind, near)) || (IsMostlyIn(before, sign.Word) && IsMostlyIn(behind, sign.Word));

    private static bool IsMostlyIn(PixelBox word, PixelBox whole) => 2 * (Math.Min(word.Right, whole.Right) - Math.Max(word.Left, whole.Left)) > word.Width;

    private static PixelBox Around(IReadOnlyList<RecognizedWord> line, int first, int last) => line.Skip(first).Take(last - first + 1).Aggregate(line[first].Box, (all, w) => all.Union(w.Box));

    private static bool IsAt(PixelBox sign, PixelBox word, int near) =>
        sign.Left < word.Right + near && sign.Right > word.Left - near && Math.Min(sign.Bottom, word.Bottom) - Math.Max(sign.Top, word.Top) > sign.Height / 2;

    /// <summary>The first sign with letters on both sides.</summary>
    private static AtSign? SignIn(PixelBox box, IReadOnlyList<AtSign> signs, double height) =>
        signs.FirstOrDefault(s => IsAt(s.Box, box, 0) && s.Box.Left - box.Left > Inside * height && box.Right - s.Box.Right > Inside * height);

    /// <summary>No address yet, or a host that may be the end of one.</summary>
    private static bool IsOpen(IReadOnlyList<RecognizedWord> line, int first, int last) =>
        ContactText.In(Join(line, first, last)) is not { Kind: not ContactKind.Phone, IsValid: true } || IsHostOnly(line, first, last);

    private static bool IsHostOnly(IReadOnlyList<RecognizedWord> line, int first, int last) => ContactText.In(Join(line, first, last)) is { Kind: ContactKind.Web, Parts: ["", _] };

    /// <summary>A sign that only addresses have, or a domain's known ending: "Node.js" and the end of a sentence have neither.</summary>
    private static bool LooksWhole(IReadOnlyList<RecognizedWord> line, int first, int last) =>
        Telling().IsMatch(Join(line, first, last)) || (last > first && IsPath(line[last], line[last - 1])) || IsEnding(line[last].Text.TrimEnd('.', ',', ';', '/')[(line[last].Text.TrimEnd('.', ',', ';', '/').LastIndexOf('.') + 1)..]);

    /// <summary>A domain that the line breaks.</summary>
    private static bool GoesOn(string text, string next)
    {
        var end = Ending(next);
        if (IsEnding(text[(text.LastIndexOf('.') + 1)..] + end)) return true;
        var at = AtSign().Match(text);
        return at.Success && ContactText.IsHost(text[(at.Index + at.Length)..] + end);
    }

    private static string Ending(string word) => word.TrimEnd('.', ',', ';', '/', '|');

    private static bool IsBelow(PixelBox start, IReadOnlyList<RecognizedWord> line, int at, double height) =>
        start.Left > line[0].Box.Left - height && start.Left < line[at].Box.Right && start.Top > (line[at].Box.Top + line[at].Box.Bottom) / 2 && start.Top - line[at].Box.Bottom < Beneath * height;

    /// <summary>A top-level domain's name.</summary>
    private static bool IsEnding(string text) => text.Length >= 2 && text.All(char.IsAsciiLetterLower) && OnlineAddresses.HasKnownEnding(text);

    /// <summary>A part of the address beside it: an unsure one, an ending, one parted by a space at a sign, the path behind a host, or the at sign read as a letter.</summary>
    private static bool MayBelong(RecognizedWord word, RecognizedWord neighbour) =>
        IsPath(word, neighbour) || (word.Text.Length <= 2 && word.Confidence < Guess && char.IsLower(neighbour.Text[0])) || AddressPart().IsMatch(word.Text) && (word.Confidence < Doubt || (word.Text.Length > 2 && IsEnding(word.Text)) || IsSign(word.Text[0]) || IsSign(word.Text[^1]) || IsSign(neighbour.Text[0]) || IsSign(neighbour.Text[^1]) || neighbour.Text[^1] == '/');

    private static bool IsPath(RecognizedWord word, RecognizedWord before) => AddressPath().IsMatch(word.Text) && ContactText.IsHost(before.Text);

    private static bool IsSign(char c) => c == '.' || ReadAs.Contains(c);

    private static string Join(IReadOnlyList<RecognizedWord> line, int first, int last) => string.Join(' ', line.Skip(first).Take(last - first + 1).Select(w => w.Text));

    private static int Gap(IReadOnlyList<RecognizedWord> line, int before) => line[before + 1].Box.Left - line[before].Box.Right;

    private static ContactPiece Cut(IReadOnlyList<RecognizedWord> line, int first, int last, double height, IReadOnlyList<InkLine> inkLines, IReadOnlyList<AtSign> signs)
    {
        var words = line.Skip(first).Take(last - first + 1).ToList();
        var box = Around(line, first, last);
        var margin = (int)(Margin * height);
        var (left, right) = (first == 0 ? margin : Half(Gap(line, first - 1)), last + 1 == line.Count ? margin : Half(Gap(line, last)));
        var (top, bottom) = Rows(box, margin, inkLines);
        var sign = SignIn(box, signs, height);
        return new ContactPiece(words, new PixelBox(box.Left - left, top, box.Right + right, bottom)) { Sign = sign, IsOneWord = words.Count == 1 || (sign is not null && words.TrueForAll(w => IsMostlyIn(w.Box, sign.Word))) };

        int Half(int gap) => Math.Clamp(gap / 2, 0, margin);
    }

    /// <summary>From above the line's ink to below it, half way to the lines above and below.</summary>
    private static (int Top, int Bottom) Rows(PixelBox box, int margin, IReadOnlyList<InkLine> inkLines)
    {
        var beside = inkLines.Select(l => l.Box).Where(l => Math.Min(l.Right, box.Right) > Math.Max(l.Left, box.Left)).ToList();
        var own = beside.Where(l => Shared(l, box) >= MostOfLine * l.Height && l.Height >= Least * box.Height).ToList();
        if (own.Count == 0) return (box.Top - margin, box.Bottom + margin);

        // Of two lines in a word's box, the upper is the one that was read.
        var widest = own.OrderByDescending(l => Math.Min(l.Right, box.Right) - Math.Max(l.Left, box.Left)).ThenBy(l => l.Top).First();
        own.RemoveAll(l => Shared(l, widest) < MostOfLine * Math.Min(l.Height, widest.Height));
        var (top, bottom) = (own.Min(l => l.Top), own.Max(l => l.Bottom));
        var above = beside.Where(l => l.Bottom <= top).Select(l => (top - l.Bottom) / 2).Append(margin).Min();
        var below = beside.Where(l => l.Top >= bottom).Select(l => (l.Top - bottom) / 2).Append(margin).Min();
        return (top - above, bottom + below);
    }

    private static int Shared(PixelBox a, PixelBox b) => Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);

    // An at sign or its usual misreadings amid a word, a dot between letters, a web prefix, a stroke after a dot.
    [GeneratedRegex(@"@|[\p{L}\d][©®&]\p{L}|^[©®&]\p{Ll}|[\p{Ll}\d]\([0OQ]\p{Ll}|[\p{L}\d]\.\p{Ll}{2,}|^www|^h\p{Ll}{1,3}ps?[:/]|\p{Ll}/in/|\p{Ll}\.\p{Ll}+/|^linkedin|^github", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex LooksLikeAddress();

    [GeneratedRegex(@"@|\w[©®]\w|www|^h\p{Ll}{1,3}ps?[:/]|/in/|linkedin\W{0,2}com|github\W{0,2}com", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^[\p{Ll}\d@][\p{L}\d._/@:-]*$|^[@.©®]$|^\p{L}[\p{L}\d]*\.\p{Ll}+$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AddressPart();

    [GeneratedRegex(@"^/[\w-]+(?:/[\w.-]*)*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AddressPath();

    [GeneratedRegex(@"[@©®&]|\([0OQ]", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AtSign();

    [GeneratedRegex(@"^[tf](?=\d{8})", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LikePlus();

    [GeneratedRegex(@"^(?:[+(]|[tf](?=\d{8})|['*1!|-]?\d|\p{L}?\+)[\d()/.–\p{L}-]{0,17}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex NumberStart();

    [GeneratedRegex(@"^[\d()/.–OolI-]{1,18}[,;|]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex NumberPart();

    // Old-style figures are read as many letters.
    [GeneratedRegex(@"\p{L}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AnyLetter();

    [GeneratedRegex(@"[OolIm]", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LikeFigures();
}
