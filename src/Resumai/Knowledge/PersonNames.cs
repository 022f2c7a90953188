using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>Given and family names by language. Source: faker (NOTICE). Many words are both, and many are words. Thread-safe.</summary>
internal static class PersonNames
{
    /// <summary>The languages in whose countries the word is a common given name; none when it is not known as one.</summary>
    public static IReadOnlyList<string> GivenNameLanguages(string word) =>
        CompiledTables.Get("given_name").Find(LookupKey.Of(word)) is [var cell, ..] ? [.. cell.Split(' ').Select(l => l[..^2])] : [];

    /// <summary>The languages in whose countries the word is a common family name; none when it is not known as one.</summary>
    public static IReadOnlyList<string> FamilyNameLanguages(string word) =>
        CompiledTables.Get("family_name").Find(LookupKey.Of(word)) is [var cell, ..] ? cell.Split(' ') : [];

    public static bool IsGivenName(string word) => CompiledTables.Get("given_name").Find(LookupKey.Of(word)) is not null;

    public static bool IsFamilyName(string word) => CompiledTables.Get("family_name").Find(LookupKey.Of(word)) is not null;
}
