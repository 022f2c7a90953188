namespace Resumai.Reading.Rtf;

/// <summary>Control words and symbols that stand for a character (specification 1.9.1, "Special characters").</summary>
internal static class RtfCharacterWords
{
    public static string? Of(string word) => word switch
    {
        "tab" => "\t",
        "line" or "lbr" or "column" or "page" => "\n",
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "emspace" or "enspace" or "qmspace" or "~" => " ",
        "_" => "-",
        "{" or "}" or "\\" => word,
        _ => null,
    };
}
