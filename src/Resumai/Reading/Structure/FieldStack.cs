using System.Text;

namespace Resumai.Reading.Structure;

/// <summary>Where in a field (ECMA-376, 17.16.18; [MS-DOC] 2.8.25) the walk is: instructions are no text, the result is. Fields may span paragraphs and nest.</summary>
internal sealed class FieldStack
{
    private const int Deepest = 100;
    private readonly Stack<Field> _open = [];
    private int _beyond;

    public bool InInstruction => _open.Any(f => !f.InResult);

    /// <summary>Target when the text is the result of a HYPERLINK field.</summary>
    public string? Url => _open.Select(f => f.Url).FirstOrDefault(u => u is not null);

    public void Begin()
    {
        if (_open.Count < Deepest) _open.Push(new Field());
        else _beyond++;
    }

    public void Separate()
    {
        if (_beyond == 0 && _open.TryPeek(out var field)) field.Separate();
    }

    public void End()
    {
        if (_beyond > 0) _beyond--;
        else _open.TryPop(out _);
    }

    /// <summary>An instruction ends with its paragraph, whatever a damaged document says: it must not swallow the text that follows.</summary>
    public void EndParagraph()
    {
        while (InInstruction) End();
    }

    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field)) field.Instruction.Append(text);
    }

    /// <summary>The address in <c>HYPERLINK "address"</c>; null when it points into the document.</summary>
    public static string? UrlOf(string? instruction)
    {
        var text = instruction?.Trim() ?? "";
        if (!text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = text["HYPERLINK".Length..].TrimStart();
        if (rest.StartsWith('\\') && !rest.StartsWith("\\h", StringComparison.Ordinal)) return null;
        var start = rest.IndexOf('"');
        if (start < 0) return rest.Split(' ')[0] is { Length: > 0 } bare && bare[0] != '\\' ? bare : null;
        var end = rest.IndexOf('"', start + 1);
        return end > start + 1 && !rest[..start].Contains("\\l", StringComparison.Ordinal) ? rest[(start + 1)..end] : null;
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();
        public bool InResult { get; private set; }
        public string? Url { get; private set; }

        public void Separate()
        {
            InResult = true;
            Url = UrlOf(Instruction.ToString());
        }
    }
}
