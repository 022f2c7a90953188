using System.Text;
using Microsoft.OpenApi;

namespace Resumai.Server.Web.Pages.Developers;

/// <summary>A JSON schema as people read it: <c>{ "asset_id": string (uuid), … }</c>.</summary>
internal static class SchemaShape
{
    // Deeper parts stand in the document.
    private const int Deepest = 4;

    public static string Of(IOpenApiSchema? schema)
    {
        var text = new StringBuilder();
        Write(text, schema, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IOpenApiSchema? schema, int depth)
    {
        if (schema is null || depth > Deepest) text.Append('…');
        else if (schema.Properties is { Count: > 0 } properties) WriteObject(text, properties, depth);
        else if (schema.Items is { } items)
        {
            text.Append('[');
            Write(text, items, depth);
            text.Append(", …]");
        }
        else if (schema.Enum is { Count: > 0 } values) text.AppendJoin(" | ", values.Select(v => v?.ToJsonString() ?? "null"));
        else if ((schema.OneOf ?? schema.AnyOf) is { Count: > 0 } choices) WriteChoices(text, choices, depth);
        else WriteType(text, schema);
    }

    private static void WriteObject(StringBuilder text, IDictionary<string, IOpenApiSchema> properties, int depth)
    {
        text.AppendLine("{");
        foreach (var (name, property) in properties)
        {
            text.Append(' ', 2 * (depth + 1)).Append('"').Append(name).Append("\": ");
            Write(text, property, depth + 1);
            text.AppendLine();
        }
        text.Append(' ', 2 * depth).Append('}');
    }

    private static void WriteChoices(StringBuilder text, IList<IOpenApiSchema> choices, int depth)
    {
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0) text.Append(" | ");
            Write(text, choices[i], depth);
        }
    }

    private static void WriteType(StringBuilder text, IOpenApiSchema schema)
    {
        text.Append(schema.Type?.ToString().ToLowerInvariant().Replace(", ", " | ", StringComparison.Ordinal) ?? "any");
        if (schema.Format is { } format) text.Append(" (").Append(format).Append(')');
    }
}
