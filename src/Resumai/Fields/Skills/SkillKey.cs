using Resumai.Knowledge;
using Resumai.Knowledge.Tables;

namespace Resumai.Fields.Skills;

/// <summary>What all names of one skill have in common: the known skill's one name, else the folded words.</summary>
internal static class SkillKey
{
    public static string Of(string name, string? language) => Of(SkillLexicon.Find(name, language)?.Name ?? name);

    public static string Of(string knownName) => LookupKey.Of(knownName);
}
