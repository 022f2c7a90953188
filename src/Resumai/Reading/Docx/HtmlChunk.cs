using System.Web;
using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Docx;

/// <summary>Reads the text of a web page, or of one packed as MHTML, that programs which make documents of web pages put in them.</summary>
internal static class HtmlChunk
{
    public static bool Recognizes(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 4096)];
        return start.IndexOf("<html"u8) >= 0 || start.IndexOf("<HTML"u8) >= 0 || start.IndexOf("<body"u8) >= 0 || IsMhtml(start);
    }

    public static List<Node> Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (IsMhtml(bytes))
        {
            var page = text.IndexOf("<html", StringComparison.OrdinalIgnoreCase);
            if (page < 0) return [];
            var quoted = text.LastIndexOf("quoted-printable", page, StringComparison.OrdinalIgnoreCase) >= 0;
            var end = text.IndexOf("</html", page, StringComparison.OrdinalIgnoreCase);
            text = end < 0 ? text[page..] : text[page..end];
            if (quoted) text = Unquote(text);
        }
        return new HtmlBlocks().Read(text);
    }

    private static bool IsMhtml(ReadOnlySpan<byte> bytes) => bytes.StartsWith("MIME-Version"u8);

    /// <summary>Quoted-printable (RFC 2045, 6.7).</summary>
    private static string Unquote(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (text[i] == '=' && i + 1 < text.Length && text[i + 1] is '\r' or '\n')
            {
                while (i + 1 < text.Length && text[i + 1] is '\r' or '\n') i++;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}

/// <summary>Cuts a page at the tags that begin a line and keeps emphasis and headings.</summary>
internal sealed class HtmlBlocks
{
    private readonly List<Node> _nodes = [];
    private VisibleText _text = new(new HiddenText());
    private int _bold, _unseen, _list;
    private int? _heading;
    private bool _item;
    private string? _url;

    public List<Node> Read(string html)
    {
        for (var i = 0; i < html.Length;)
        {
            var tag = html.IndexOf('<', i);
            Text(html[i..(tag < 0 ? html.Length : tag)]);
            if (tag < 0) break;
            if (html.AsSpan(tag).StartsWith("<!--"))
            {
                var close = html.IndexOf("-->", tag, StringComparison.Ordinal);
                i = close < 0 ? html.Length : close + 3;
                continue;
            }
            var end = html.IndexOf('>', tag);
            if (end < 0) break;
            Tag(html[(tag + 1)..end]);
            i = end + 1;
        }
        Close();
        return _nodes;
    }

    private void Text(string text)
    {
        if (_unseen > 0 || text.Length == 0) return;
        var plain = string.Join(' ', HttpUtility.HtmlDecode(text).Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0) plain = " ";
        else
        {
            if (char.IsWhiteSpace(text[0])) plain = " " + plain;
            if (char.IsWhiteSpace(text[^1])) plain += " ";
        }
        _text.Add(plain, new Font("", _heading is { } level ? 18 - level : 10, _bold > 0 || _heading is not null, false, null), Ground.Unknown, false, _url);
    }

    private void Tag(string tag)
    {
        var closes = tag.StartsWith('/');
        var name = tag.TrimStart('/').Split([' ', '\t', '\r', '\n', '/'], 2)[0].ToLowerInvariant();
        switch (name)
        {
            case "script" or "style" or "head" or "title": _unseen = Math.Max(0, _unseen + (closes ? -1 : 1)); break;
            case "b" or "strong" or "th": _bold = Math.Max(0, _bold + (closes ? -1 : 1)); break;
            case "a": _url = closes ? null : Address(tag); break;
            case "br": _text.Add("\n", Font.Unknown, Ground.Unknown, false, null); break;
            case "ul" or "ol":
                Close();
                _list = Math.Max(0, _list + (closes ? -1 : 1));
                break;
            case "p" or "div" or "tr" or "table" or "section" or "header" or "footer" or "article" or "aside" or "body" or "dl" or "dt" or "dd" or "blockquote" or "hr": Close(); break;
            case "li":
                Close();
                _item = !closes;
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Close();
                _heading = closes ? null : name[1] - '0';
                break;
        }
        if (name is "td" or "th" && closes) _text.Add("\t", Font.Unknown, Ground.Unknown, false, null);
    }

    private static string? Address(string tag)
    {
        var at = tag.IndexOf("href=", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at + 6 >= tag.Length || tag[at + 5] is not ('"' or '\'')) return null;
        var end = tag.IndexOf(tag[at + 5], at + 6);
        return end < 0 ? null : HttpUtility.HtmlDecode(tag[(at + 6)..end]);
    }

    private void Close()
    {
        if (!_text.IsBlank)
        {
            _nodes.Add(new ParagraphNode
            {
                Runs = _text.Runs, OutlineLevel = _heading, ListLevel = _item ? Math.Max(0, _list - 1) : null, ListMark = _item ? "•" : null, SpaceAbove = _heading is null ? 0 : 8,
            });
        }
        _text = new VisibleText(new HiddenText());
    }
}
