using Microsoft.AspNetCore.Mvc;
using Resumai.Reading;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;
using Resumai.Server.Files;
using Resumai.Server.Idempotency;
using Resumai.Server.Jobs;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

/// <summary><c>POST /files/upload</c>: takes a document, a credit for it, and puts it in line to be parsed.</summary>
/// <remarks>
/// Refusals come in the contract's order, so it checks its query and headers itself: the queue's bounds and 413 come before them.
/// Who is let in and how often is judged before the handler runs.
/// </remarks>
public static class UploadAsset
{
    private const int SniffBytes = 64 * 1024;

    /// <param name="api">The API without the filters that check query and headers.</param>
    public static void Map(IEndpointRouteBuilder api) => MapAt(api, "/files/upload")
        .RequireScope(Scopes.FilesWrite)
        .AddEndpointFilter(MediaTypes.RefuseUnacceptable)
        .Produces<AssetIntake.Answer>(StatusCodes.Status202Accepted)
        .WithTags("Files").WithName("uploadFile").WithSummary("Upload a CV to be parsed");

    /// <summary>The same upload at another address, for a caller that is told in another way.</summary>
    internal static RouteHandlerBuilder MapAt(IEndpointRouteBuilder routes, string path) => routes.MapPost(path, HandleAsync)
        // Kestrel's own limit resets clients that write before they read; this handler counts and answers.
        .WithMetadata(new DisableRequestSizeLimitAttribute(), new AnswersBeforeBody());

    private static async Task<IResult> HandleAsync(
        HttpContext http, ApiCaller caller, ServerDb db, QueueBounds bounds, IFileStore files, IdempotentRequests idempotent, AssetIntake intake,
        CancellationToken cancellation)
    {
        if (await bounds.RefusalAsync(db, caller, cancellation) is { } saturated) return saturated;
        if (http.Request.ContentLength > UploadLimits.FileBytes + UploadLimits.OtherBytes) return TooLarge();
        if (UploadFormReader.BoundaryOf(http.Request.ContentType) is not { } boundary) return ApiErrors.MultipartRequired.Problem();

        await using var form = new UploadForm();
        await new UploadFormReader(files, form).ReadAsync(boundary, http.Request.Body, cancellation);
        if (form.TooLarge) return TooLarge();
        if (QueryValues.Faults(http) is { Count: > 0 } unknown) return ApiErrors.InvalidFields(unknown);
        if (IdempotencyKey.Fault(http.Request) is { } badKey) return badKey;
        if (form.Faults.Count > 0) return ApiErrors.InvalidFields(form.Faults);
        if (await RecognizeAsync(form.File!, cancellation) is not { } reader) return ApiErrors.UnsupportedFileType.Problem(string.Join(", ", DocumentReaders.Names));

        await using var once = await idempotent.EnterAsync(http, caller, UploadFingerprint.Of(form), cancellation);
        return once.Answer ?? await intake.TakeAsync(http, caller, db, form, reader.Format.ContentType, once, cancellation);
    }

    private static Problem TooLarge() => ApiErrors.FileTooLarge.Problem(UploadLimits.FileBytes);

    /// <summary>The format by content: most are known by their first bytes, packed ones only as a whole.</summary>
    private static async Task<IDocumentReader?> RecognizeAsync(IncomingFile file, CancellationToken cancellation)
    {
        var head = await file.ReadAsync((int)Math.Min(file.Size, SniffBytes), cancellation);
        return DocumentReaders.Recognize(head)
            ?? (file.Size > head.Length ? DocumentReaders.Recognize(await file.ReadAsync((int)file.Size, cancellation)) : null);
    }
}
