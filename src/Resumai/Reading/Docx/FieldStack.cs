using System.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Where in a field (ECMA-376, 17.16.18) the walk is: instructions are no text, the result is. Fields may span paragraphs and nest.</summary>
internal sealed class FieldStack
{
    private readonly Stack<Field> _open = [];

    public bool InInstruction => _open.TryPeek(out var top) && !top.InResult;

    /// <summary>Target when the text is the result of a HYPERLINK field.</summary>
    public string? Url => _open.Select(f => f.Url).FirstOrDefault(u => u is not null);

    public void Mark(W.FieldCharValues? mark)
    {
        if (mark == W.FieldCharValues.Begin) _open.Push(new Field());
        else if (mark == W.FieldCharValues.Separate && _open.TryPeek(out var field)) field.Separate();
        else if (mark == W.FieldCharValues.End && _open.Count > 0) _open.Pop();
    }

    public void Instruct(string text)
    {
        if (_open.TryPeek(out var field)) field.Instruction.Append(text);
    }

    /// <summary>The address in <c>HYPERLINK "address"</c>.</summary>
    public static string? UrlOf(string? instruction)
    {
        var text = instruction?.Trim() ?? "";
        if (!text.StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase)) return null;
        var start = text.IndexOf('"');
        var end = start < 0 ? -1 : text.IndexOf('"', start + 1);
        return end > start + 1 && !text[..start].Contains("\\l") ? text[(start + 1)..end] : null;
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
