using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Resumai.Server.Web.Texts;

/// <summary>
/// The words of the app in one language: <c>Web/Texts/CODE.json</c>, key to text with <c>{0}</c>… for what is put in. One a request or open page.
/// A key without a text is our bug and shows as the key; a test finds it.
/// </summary>
public sealed class AppTexts
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All = Texts.Language.All.ToFrozenDictionary(l => l.Code, l => Load(l.Code));

    private FrozenDictionary<string, string> _texts = All[Texts.Language.Default];

    public string Language { get; private set; } = Texts.Language.Default;

    /// <summary>The words of a language, for what is written while nobody looks.</summary>
    public static AppTexts In(string language)
    {
        var texts = new AppTexts();
        texts.Use(language);
        return texts;
    }

    public string this[string key] => _texts.GetValueOrDefault(key, key);

    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text of one of a family of values, such as <c>ledger.charge</c>; the value itself when it is new to the app.</summary>
    public string Of(string family, string value) => _texts.GetValueOrDefault($"{family}.{value}", value);

    /// <summary>All texts of a family with their keys, for a script.</summary>
    public IEnumerable<KeyValuePair<string, string>> Family(string family) => _texts.Where(t => t.Key.StartsWith(family + ".", StringComparison.Ordinal));

    public void Use(string language)
    {
        if (!All.TryGetValue(language, out var texts)) return;
        (_texts, Language) = (texts, language);
    }

    /// <summary>With the language's mark between thousands.</summary>
    public string Number(long value)
    {
        var text = value.ToString("#,0", CultureInfo.InvariantCulture);
        return text.Replace(",", Language switch { "en" => ",", "fr" or "pl" => "\u202f", _ => "." }, StringComparison.Ordinal);
    }

    /// <summary>Euro, from cents.</summary>
    public string Euro(long cents) => $"{Number(cents / 100)}{(Language == "en" ? "." : ",")}{cents % 100:00} €";

    /// <summary>A share of one, in hundredths.</summary>
    public static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>A day and time in UTC, the same in every language.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>All texts of a language, for the test that compares them.</summary>
    internal static FrozenDictionary<string, string> Load(string code)
    {
        using var stream = typeof(AppTexts).Assembly.GetManifestResourceStream($"texts.{code}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
