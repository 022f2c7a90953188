using System.Text.RegularExpressions;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Tests.Web;

public sealed partial class TextTests
{
    public static TheoryData<string> Codes => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_language_has_the_same_keys_with_the_same_places_for_values(string code)
    {
        var (english, texts) = (AppTexts.Load("en"), AppTexts.Load(code));

        texts.Keys.Order().ShouldBe(english.Keys.Order());
        foreach (var (key, text) in texts)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            Places().Matches(text).Select(m => m.Value).Order().Distinct().ShouldBe(Places().Matches(english[key]).Select(m => m.Value).Order().Distinct(), key);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_language_is_not_english_with_another_name(string code)
    {
        if (code == "en") return;
        var (english, texts) = (AppTexts.Load("en"), AppTexts.Load(code));

        // A few words are the same in both.
        texts.Count(t => english[t.Key] == t.Value).ShouldBeLessThan(texts.Count / 10);
    }

    [Fact]
    public void Every_key_that_the_pages_name_is_there_and_every_key_is_named()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Resumai.Server", "Web"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".razor" or ".cs").Select(File.ReadAllText));
        var keys = AppTexts.Load("en").Keys.ToList();
        var families = Families().Matches(source).Select(m => m.Groups["key"].Value + ".").ToHashSet();

        Named().Matches(source).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups["key"].Value).Where(k => !keys.Contains(k)).ShouldBeEmpty();
        keys.Where(k => !source.Contains($"\"{k}\"", StringComparison.Ordinal) && !families.Any(f => k.StartsWith(f, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Resumai.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Places();

    /// <summary>What a page asks for: T["key"], T[isSo ? "key" : "other"].</summary>
    [GeneratedRegex(@"\bT\[[^\]\n]*?""[a-z_.]+""[^\]\n]*?\]", RegexOptions.None, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"""(?<key>[a-z_]+\.[a-z_.]+)""", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:T|texts)\.(?:Of|Family)\(""(?<key>[a-z_]+)""", RegexOptions.None, 1000)]
    private static partial Regex Families();
}
