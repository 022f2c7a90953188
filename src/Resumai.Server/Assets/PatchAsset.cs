using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>PATCH /files/assets/{id}</c> <c>{"tags": […]}</c>: other tags, in whatever status the asset is.</summary>
public static class PatchAsset
{
    /// <param name="Tags">All that it shall have; none: an empty list.</param>
    public sealed record Body(IReadOnlyList<string> Tags);

    public static void Map(IEndpointRouteBuilder api) => api.MapPatch("/files/assets/{asset_id:uuid}", HandleAsync)
        .RequireScope(Scopes.FilesWrite)
        .Accepts<Body>("application/json")
        .Produces<ListAssets.Item>()
        .WithTags("Files").WithName("patchAsset").WithSummary("Change the tags of an asset");

    private static async Task<IResult> HandleAsync(
        [FromRoute(Name = "asset_id")] Guid id, HttpContext http, ApiCaller caller, ServerDb db, AssetTagging tagging, CancellationToken cancellation)
    {
        var (body, unread) = await JsonBody.ReadAsync(http.Request, cancellation);
        if (unread is not null) return unread;
        var (tags, faults) = TagsOf(body);
        if (faults.Count > 0) return ApiErrors.InvalidFields(faults);
        return await tagging.SetAsync(db, db.Assets.Of(caller), id, tags, cancellation) is { } asset
            ? Results.Ok(ListAssets.ItemOf(asset))
            : ApiErrors.AssetNotFound.Problem();
    }

    private static (List<string> Tags, List<FieldError> Faults) TagsOf(JsonNode? body)
    {
        var (tags, faults) = (new List<string>(), new List<FieldError>());
        if (body is not JsonObject changes) return (tags, [new FieldError("body", "must be an object: {\"tags\": […]}")]);
        faults.AddRange(changes.Where(c => c.Key != "tags").Select(c => new FieldError(c.Key is { Length: > 0 and <= 64 } ? c.Key : "body", "cannot be changed; there is tags")));
        if (changes["tags"] is not JsonArray list) return (tags, [.. faults, new FieldError("tags", "must be a list of texts")]);
        for (var i = 0; i < list.Count; i++)
        {
            var tag = list[i] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : null;
            if ((tag is null ? "A tag is a text." : TagRules.Fault(tag)) is { } fault) faults.Add(new FieldError($"tags/{i.ToString(CultureInfo.InvariantCulture)}", fault));
            else if (!tags.Contains(tag!)) tags.Add(tag!);
        }
        if (tags.Count > UploadLimits.Tags) faults.Add(new FieldError("tags", TagRules.TooMany));
        return (tags, faults);
    }
}
