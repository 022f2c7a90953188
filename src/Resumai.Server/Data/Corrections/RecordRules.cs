using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Resumai.Master;
using Resumai.Server.Errors;

namespace Resumai.Server.Data.Corrections;

/// <summary>What a corrected record must hold to: the record's schema, and for the values that changed their form and their lists.</summary>
internal static partial class RecordRules
{
    private const int MostCharacters = 20_000;
    private const int MostEntries = 500;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>By key, whatever it is the key of.</summary>
    private static readonly Dictionary<string, (Regex Form, string Message)> ByKey = new(StringComparer.Ordinal)
    {
        ["start_date"] = (Date(), DateMessage), ["end_date"] = (Date(), DateMessage), ["date"] = (Date(), DateMessage), ["expires"] = (Date(), DateMessage),
        ["date_of_birth"] = (Date(), DateMessage), ["last_used"] = (Date(), DateMessage),
        ["degree_level"] = Of(DegreeLevel.All),
        ["employment_type"] = Of("full_time", "part_time", "freelance", "internship", "apprenticeship", "temporary", "volunteer"),
        ["country_code"] = (Country(), CountryMessage), ["nationalities"] = (Country(), CountryMessage),
        ["code"] = (Language(), LanguageMessage), ["language"] = (Language(), LanguageMessage),
        ["e164"] = (E164(), "must be a number in E.164 form, like +4915123456789"),
        ["isco_code"] = (Isco(), "must be an ISCO-08 code of four digits"),
        ["url"] = (Url(), "must be an absolute address, like https://example.org"), ["esco_uri"] = (Url(), "must be an absolute address"),
        ["emails"] = (Email(), "must be an e-mail address"), ["email"] = (Email(), "must be an e-mail address"),
        ["eqf_level"] = (Eqf(), "must be a whole number from 1 to 8"),
        ["listening"] = Of(LanguageLevel.All), ["reading"] = Of(LanguageLevel.All), ["speaking"] = Of(LanguageLevel.All), ["writing"] = Of(LanguageLevel.All),
        ["languages/level"] = Of(LanguageLevel.All),
        ["links/type"] = Of("linkedin", "github", "gitlab", "xing", "website", "other"),
        ["skills/type"] = Of("technical", "soft", "tool", "domain", "language_independent"),
        ["phones/type"] = Of("mobile", "fixed_line"),
    };

    private const string DateMessage = "must be a date: YYYY, YYYY-MM or YYYY-MM-DD";
    private const string CountryMessage = "must be an ISO 3166-1 code of two capitals, like DE";
    private const string LanguageMessage = "must be an ISO 639 code of two or three small letters, like de";

    /// <summary>The record; or what is wrong with it, by pointer.</summary>
    /// <param name="node">The correctable keys are read.</param>
    /// <param name="before">The record before the change.</param>
    public static (MasterRecord? Record, IReadOnlyList<FieldError> Faults) Read(JsonObject node, JsonObject before)
    {
        var faults = new List<FieldError>();
        foreach (var change in RecordDiff.Between(before, node)) Check(change.To, change.Pointer, faults);
        if (faults.Count > 0) return (null, faults);
        try
        {
            var part = new JsonObject(RecordDiff.Correctable.Select(key => KeyValuePair.Create(key, node[key]?.DeepClone())));
            return (part.Deserialize<MasterRecord>(Strict), []);
        }
        catch (JsonException e)
        {
            return (null, [new FieldError(PointerOf(e.Path), "does not fit the record's schema there: a key that it does not have, one that is missing, or a value of another type")]);
        }
    }

    private static void Check(JsonNode? node, string pointer, List<FieldError> faults)
    {
        switch (node)
        {
            case JsonObject owner:
                foreach (var (key, value) in owner) Check(value, JsonPointers.Child(pointer, key), faults);
                break;
            case JsonArray list when list.Count > MostEntries:
                faults.Add(new FieldError(pointer, $"must have at most {MostEntries} entries"));
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var entry = $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}";
                    if (list[i] is null) faults.Add(new FieldError(entry, "must not be null"));
                    else Check(list[i], entry, faults);
                }
                break;
            case JsonValue value:
                if (FaultOf(value, pointer) is { } message) faults.Add(new FieldError(pointer, message));
                break;
            default:
                if (JsonPointers.Index(pointer[(pointer.LastIndexOf('/') + 1)..]) is not null) faults.Add(new FieldError(pointer, "must not be null"));
                break;
        }
    }

    private static string? FaultOf(JsonValue value, string pointer)
    {
        var isText = value.TryGetValue<string>(out var text);
        if (isText)
        {
            if (string.IsNullOrWhiteSpace(text)) return "must not be empty; null says that there is nothing";
            if (text!.Length > MostCharacters) return $"must have at most {MostCharacters} characters";
            if (DisplayRowMaker.Storable(text) != text) return "must have no null characters and no halves of characters";
        }
        string[] names = [.. pointer.Split('/').Where(t => t.Length > 0 && JsonPointers.Index(t) is null)];
        if (!(names.Length > 1 && ByKey.TryGetValue(names[^2] + "/" + names[^1], out var rule)) && !ByKey.TryGetValue(names[^1], out rule)) return null;
        return rule.Form.IsMatch(isText ? text! : value.ToJsonString()) ? null : rule.Message;
    }

    /// <summary>The serializer's <c>$.experience[0].title</c> as a pointer.</summary>
    private static string PointerOf(string? path) => Step().Replace((path ?? "$")[1..], step => "/" + step.Groups["token"].Value);

    private static (Regex, string) Of(params string[] values) =>
        (new Regex($"^({string.Join('|', values)})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), $"must be one of {string.Join(", ", values)}");

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^[A-Z]{2}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Country();

    [GeneratedRegex(@"^[a-z]{2,3}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Language();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex E164();

    [GeneratedRegex(@"^[0-9]{4}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Isco();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:\S+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^[1-8]\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Eqf();

    [GeneratedRegex(@"\.(?<token>[^.\[]+)|\[(?<token>[0-9]+)\]|\['(?<token>[^']*)'\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
