using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Walks the tokens of a document once, keeping what holds in each group, and fills its stories.</summary>
internal sealed class RtfParser
{
    private const int DeepestGroup = 1000;

    private readonly RtfTokens _tokens;
    private readonly RtfStories _stories;
    private readonly RtfDestinations _destinations;
    private readonly Stack<RtfGroup> _groups = [];
    private readonly RtfText _text;
    private RtfGroup _group;
    private int _skip;
    private bool _starred;

    public RtfParser(ReadOnlyMemory<byte> bytes, HiddenText hidden)
    {
        _tokens = new RtfTokens(bytes);
        Tables = new RtfTables();
        _stories = new RtfStories(hidden, Tables);
        _destinations = new RtfDestinations(_stories, Tables);
        _text = new RtfText(Tables);
        _group = new RtfGroup { Story = _stories.Body, Row = new RtfRow(Tables), Destination = RtfDestination.Text, Characters = RtfCharacters.Plain(0) };
    }

    public RtfTables Tables { get; }
    public RtfStories Stories => _stories;

    /// <summary>Reads to the end; false when groups nest too deeply.</summary>
    public bool Read()
    {
        while (true)
        {
            var token = _tokens.Next();
            if (token.Kind != RtfTokenKind.Byte) Flush();
            switch (token.Kind)
            {
                case RtfTokenKind.End: return Finish();
                case RtfTokenKind.Open:
                    if (_groups.Count >= DeepestGroup) return false;
                    _groups.Push(_group);
                    _group = _group with { AtEnd = null };
                    (_skip, _starred) = (0, false);
                    break;
                case RtfTokenKind.Close:
                    _skip = 0;
                    _group.AtEnd?.Invoke(_group);
                    // What follows the last brace is no part of the document.
                    if (!_groups.TryPop(out var outer) || _groups.Count == 0) return Finish();
                    _group = outer;
                    break;
                case RtfTokenKind.Byte: Byte((byte)token.Number); break;
                default: Control(token); break;
            }
        }
    }

    private bool Finish()
    {
        // Groups left open by a file cut off.
        while (_groups.TryPop(out var outer))
        {
            _group.AtEnd?.Invoke(_group);
            _group = outer;
        }
        _stories.Body.Close(0, new ParagraphNode()).ForEach(_stories.BodyNodes.Add);
        return true;
    }

    private void Byte(byte value)
    {
        if (_skip > 0) _skip--;
        else if (_group.Destination != RtfDestination.Skip) _text.Append(value, _group.Characters.Font);
    }

    private void Flush()
    {
        if (_text.Take() is { Length: > 0 } text) Write(text);
    }

    private void Control(RtfToken token)
    {
        if (token is { Kind: RtfTokenKind.Symbol, Word: "*" })
        {
            _starred = true;
            return;
        }
        var starred = _starred;
        _starred = false;
        switch (token.Word)
        {
            case "bin": _tokens.Skip(token.Number); return;
            case "u" when token.Value is not null: Unicode(token.Number); return;
            case "uc": _group.UnicodeSkip = Math.Clamp(token.Number, 0, 20); return;
        }
        if (_skip > 0)
        {
            _skip--;
            return;
        }
        if (_destinations.Enter(token.Word, starred, _group) || _group.Destination == RtfDestination.Skip) return;
        if (RtfCharacterWords.Of(token.Word) is { } character) Write(character);
        else if (_group.Destination is RtfDestination.FontTable or RtfDestination.ColorTable or RtfDestination.StyleSheet) _destinations.Header.Control(token, _group.Destination);
        else Format(token);
    }

    private void Unicode(int code)
    {
        _skip = _group.UnicodeSkip;
        if (_group.Destination == RtfDestination.Skip) return;
        // Codes over 32767 are written as negative numbers; surrogates come as two of them.
        var unit = (char)(code & 0xFFFF);
        if (unit != 0) Write(unit.ToString());
    }

    private void Write(string text)
    {
        switch (_group.Destination)
        {
            case RtfDestination.Text: Show(text); break;
            case RtfDestination.Instruction: _group.Field?.Instruction.Append(text); break;
            case RtfDestination.ListText or RtfDestination.ShapeName or RtfDestination.ShapeValue: _destinations.Captured.Append(text); break;
            case RtfDestination.FontTable or RtfDestination.ColorTable or RtfDestination.StyleSheet: _destinations.Header.Text(text, _group.Destination); break;
        }
    }

    private void Show(string text)
    {
        var format = _group.Characters;
        var font = new Font(Tables.FontName(format.Font), format.Size, format.Bold, format.Italic, Tables.Color(format.Color));
        _group.Story.Add(text, font, Ground(), format.Hidden || format.Deleted, _group.Url);
    }

    /// <summary>What lies behind the text: its own shade, its paragraph's, its cell's, its text box's.</summary>
    private Ground Ground()
    {
        var ground = _group.Ground;
        if (_group.Paragraph.TableDepth > 1) return Structure.Ground.Unknown;
        if (_group.Paragraph.TableDepth == 1) ground = ground.Under(_group.Row.Shade(_group.Story.Cell));
        return ground.Under(Tables.Shade(_group.Paragraph.Shade)).Under(_group.Characters.Shade is { } shade ? Tables.Shade(shade) : null);
    }

    private void Format(RtfToken token)
    {
        var (story, depth) = (_group.Story, _group.Paragraph.TableDepth);
        switch (token.Word)
        {
            case "par" or "sect": story.EndParagraph(depth, Node(), _group.Paragraph.Frame); break;
            case "cell": story.EndCell(1, Node()); break;
            case "nestcell": story.EndCell(Math.Max(2, depth), Node()); break;
            case "row": story.EndRow(1, _group.Row.Shape, Node()); break;
            case "nestrow": story.EndRow(Math.Max(2, depth), _group.Row.Shape, Node()); break;
            case "trowd": SetRow(new RtfRow(Tables)); break;
            case "plain": (_group.Characters, _group.IsPlain) = (RtfCharacters.Plain(Tables.DefaultFont), true); break;
            case "ansicpg": Tables.CodePage = token.Number; break;
            case "mac": Tables.CodePage = 10000; break;
            case "pc": Tables.CodePage = 437; break;
            case "pca": Tables.CodePage = 850; break;
            case "deff": Tables.DefaultFont = token.Number; break;
            case "titlepg": _stories.HasTitlePage = true; break;
            case "facingp": _stories.HasFacingPages = true; break;
            default:
                _group.Row.Read(token);
                _group.Shape?.Read(token);
                _group.Characters = _group.Characters.After(token);
                _group.Paragraph = _group.Paragraph.After(token);
                if (token.Word == "s" && !_group.IsPlain && Tables.Styles.TryGetValue(token.Number, out var style)) _group.Characters = style.Characters;
                break;
        }
    }

    private ParagraphNode Node() => _group.Paragraph.Node(Tables, _group.ListMark.Take());

    /// <summary>A row's format holds until the next one, whatever group it is written in.</summary>
    private void SetRow(RtfRow row)
    {
        _group.Row = row;
        if (_group.InNestedRow) return;
        foreach (var group in _groups.Where(g => g.Story == _group.Story && g.Destination == RtfDestination.Text)) group.Row = row;
    }
}
