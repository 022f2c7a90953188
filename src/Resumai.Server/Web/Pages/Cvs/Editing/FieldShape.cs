using System.Reflection;
using System.Text.Json;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Data.Corrections;

namespace Resumai.Server.Web.Pages.Cvs.Editing;

internal enum FieldKind
{
    /// <summary>A text of one line, or one of several choices.</summary>
    Line,
    /// <summary>A text of several lines.</summary>
    Text,
    Number,
    YesNo,
    /// <summary>A list of texts, one a line.</summary>
    Lines,
    /// <summary>Several fields under one name.</summary>
    Group,
    /// <summary>A list of such.</summary>
    Groups,
}

/// <summary>What a value of a record can be, told by the record's own types: what is added to them can be corrected at once.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Fields">Of a group, or of each of several.</param>
/// <param name="Choices">The values allowed; none: any.</param>
internal sealed record FieldShape(string Name, FieldKind Kind, IReadOnlyList<FieldShape> Fields, IReadOnlyList<string> Choices)
{
    /// <summary>What the server finds out by itself, and a place on a page.</summary>
    private static readonly string[] LeftOut = [RecordDiff.Counted, "sources", "photo"];

    private static readonly Dictionary<string, IReadOnlyList<string>> ChoicesByName = new(StringComparer.Ordinal)
    {
        ["degree_level"] = DegreeLevel.All,
        ["employment_type"] = ["full_time", "part_time", "freelance", "internship", "apprenticeship", "temporary", "volunteer"],
        ["languages/level"] = LanguageLevel.All,
        ["listening"] = LanguageLevel.All, ["reading"] = LanguageLevel.All, ["speaking"] = LanguageLevel.All, ["writing"] = LanguageLevel.All,
        ["links/type"] = ["linkedin", "github", "gitlab", "xing", "website", "other"],
        ["skills/type"] = ["technical", "soft", "tool", "domain", "language_independent"],
        ["phones/type"] = ["mobile", "fixed_line"],
    };

    /// <summary>A year, a month or a day: 2019, 2019-03, 2019-03-15.</summary>
    public bool IsDate => Name is "start_date" or "end_date" or "date" or "expires" or "date_of_birth" or "last_used";

    /// <summary>Of each part of a record that can be corrected.</summary>
    public static IReadOnlyDictionary<string, FieldShape> Parts { get; } = FieldsOf(typeof(MasterRecord), "")
        .Where(f => RecordDiff.Correctable.Contains(f.Name)).ToDictionary(f => f.Name);

    private static List<FieldShape> FieldsOf(Type type, string owner) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => Of(JsonNamingPolicy.SnakeCaseLower.ConvertName(p.Name), p.PropertyType, owner)).OfType<FieldShape>()];

    private static FieldShape? Of(string name, Type type, string owner)
    {
        if (LeftOut.Contains(name)) return null;
        var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
        if (type == typeof(string)) return new FieldShape(name, name is "description" or "summary" ? FieldKind.Text : FieldKind.Line, [], ChoicesOf(name, owner));
        if (type == typeof(int?) || type == typeof(int)) return new FieldShape(name, FieldKind.Number, [], []);
        if (type == typeof(bool)) return new FieldShape(name, FieldKind.YesNo, [], []);
        if (item == typeof(string)) return new FieldShape(name, FieldKind.Lines, [], []);
        if (item is not null) return new FieldShape(name, FieldKind.Groups, FieldsOf(item, name), []);
        return type.Assembly == typeof(MasterRecord).Assembly && type.IsClass ? new FieldShape(name, FieldKind.Group, FieldsOf(type, name), []) : null;
    }

    private static IReadOnlyList<string> ChoicesOf(string name, string owner) =>
        ChoicesByName.GetValueOrDefault($"{owner}/{name}") ?? ChoicesByName.GetValueOrDefault(name) ?? [];
}
