namespace Resumai.Tests.Knowledge;

/// <summary>The languages the tables must cover.</summary>
internal static class Languages
{
    /// <summary>The official languages of the European Union and Norwegian: measured.</summary>
    public static IReadOnlyList<string> Measured { get; } = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nb nl pl pt ro sk sl sv".Split(' ');

    /// <summary>Languages of the neighbourhood: knowledge only.</summary>
    public static IReadOnlyList<string> KnowledgeOnly { get; } = "ca is tr uk".Split(' ');

    public static IEnumerable<string> All => Measured.Concat(KnowledgeOnly);

    /// <summary>The languages with the most speakers among the measured ones.</summary>
    public static IReadOnlyList<string> Largest { get; } = "cs de en es fr it nl pl pt ro".Split(' ');
}
