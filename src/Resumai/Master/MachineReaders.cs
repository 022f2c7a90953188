using Resumai.Knowledge;
using Resumai.Layout;

namespace Resumai.Master;

/// <summary>Finds printed text that speaks to a program which reads the document. It is text of the document and stays; people should know.</summary>
internal static class MachineReaders
{
    private const string Code = "possible_prompt_injection";

    /// <summary>One warning at most, none where the reader has given one for hidden text.</summary>
    public static IEnumerable<Warning> Warnings(ArrangedDocument document)
    {
        if (document.Source.Warnings.Any(w => w.Code == Code)) yield break;
        foreach (var page in document.Lines.GroupBy(l => l.Page))
        {
            if (!MachineSpeech.Speaks(string.Join(' ', page.Select(l => l.Text)))) continue;
            yield return new Warning(Code, "The text speaks to a program that reads the document. It was read as text of the CV.", page.Key);
            yield break;
        }
    }
}
