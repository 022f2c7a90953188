using System.Collections.Frozen;
using System.Text.Json;
using Resumai.Server.Web.Site;

namespace Resumai.Server.Web.Legal;

/// <summary>
/// A text about data protection: <c>Web/Legal/NAME.CODE.json</c>, a list of sections.
/// <c>{0}</c> is the operator's name, <c>{1}</c> their address, <c>{2}</c> their mail address, <c>{3}</c> who answers questions of data protection.
/// </summary>
public sealed record LegalText(IReadOnlyList<LegalText.Section> Sections)
{
    public const string Privacy = "privacy";
    public const string Dpa = "dpa";

    public sealed record Section(string Title, IReadOnlyList<string> Text);

    private static readonly FrozenDictionary<(string Name, string Language), LegalText> All = ((string[])[Privacy, Dpa])
        .SelectMany(name => Texts.Language.All.Select(l => (Name: name, Language: l.Code))).ToFrozenDictionary(key => key, key => Load(key.Name, key.Language));

    /// <summary>With the operator's names filled in.</summary>
    public static LegalText Of(string name, string language, SiteOptions site)
    {
        string Fill(string sentence) => string.Format(sentence, Or(site.Name, "Operator:Name"), Or(site.Address, "Operator:Address"), Or(site.Email, "Operator:Email"),
            site.DataProtection.Length > 0 ? site.DataProtection : Or(site.Email, "Operator:Email"));
        return new LegalText([.. All[(name, language)].Sections.Select(s => new Section(Fill(s.Title), [.. s.Text.Select(Fill)]))]);
    }

    internal static LegalText Load(string name, string language)
    {
        using var stream = typeof(LegalText).Assembly.GetManifestResourceStream($"legal.{name}.{language}.json")!;
        return new LegalText(JsonSerializer.Deserialize<List<Section>>(stream, JsonSerializerOptions.Web)!);
    }

    private static string Or(string value, string setting) => value.Length > 0 ? value : $"[{setting}]";
}
