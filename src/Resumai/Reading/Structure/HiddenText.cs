using System.Text;
using Resumai.Knowledge;
using Resumai.Master;

namespace Resumai.Reading.Structure;

/// <summary>Collects text that a reader of the document cannot see; it is never part of the document.</summary>
internal sealed class HiddenText
{
    /// <summary>Characters kept to judge what the hidden text says.</summary>
    private const int Kept = 20_000;
    private readonly StringBuilder _text = new();

    /// <summary>Characters that print, blanks aside.</summary>
    public int Count { get; private set; }

    public void Add(string text)
    {
        Count += text.Count(c => !char.IsWhiteSpace(c));
        if (_text.Length < Kept) _text.Append(text);
    }

    /// <summary>Parts hidden text of different places.</summary>
    public void Break()
    {
        if (_text.Length is > 0 and < Kept && _text[^1] != ' ') _text.Append(' ');
    }

    public IReadOnlyList<Warning> Warnings()
    {
        if (Count == 0) return [];
        var hidden = new Warning("hidden_text", $"{Count} characters that cannot be seen in the document were left out.");
        return MachineSpeech.Speaks(_text.ToString())
            ? [hidden, new Warning("possible_prompt_injection", "Hidden text speaks to a program that reads the document. It was left out.")] : [hidden];
    }
}
