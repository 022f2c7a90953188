using System.Text.RegularExpressions;
using Resumai.Layout;
using Resumai.Normalize.Phones;

namespace Resumai.Fields.Contact;

/// <summary>A telephone number that a line's end cuts: "+39 060-" and "1091108" in the next.</summary>
internal static partial class BrokenNumber
{
    /// <summary>The number, valid only with the digits that begin the next line, and where those end in it; else null.</summary>
    public static (PhoneDraft Number, int End)? In(TextSpan span, TextSpan next, NumberOrigins origins)
    {
        if (next.Line.Page != span.Line.Page || next.Line.Index != span.Line.Index + 1 || next.Start != 0) return null;
        if (Beginning().Match(span.Text) is not { Success: true } head || Rest().Match(next.Text) is not { Success: true } rest) return null;
        if (PhoneReader.Read(head.Value.TrimEnd('-'), origins).IsValid) return null;
        var passage = Passage.Of(span.Slice(head.Index, head.Length)).Append(Passage.Of(next.Slice(0, rest.Length)), head.Value[^1] == '-' ? "" : " ");
        var reading = PhoneReader.Read(passage.Text, origins);
        return reading.IsValid ? (new PhoneDraft(new Found<string>(passage.Text, 0.9, passage.Spans), reading.E164, reading.Type, reading.Country), rest.Length) : null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_/#.\-])\(?(\+|00)[1-9][\d ()./\-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\d[\d ()./\-]*(?<=\d)(?![\d\p{L}@])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rest();
}
