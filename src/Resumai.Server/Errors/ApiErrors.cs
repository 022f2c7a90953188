using System.Reflection;

namespace Resumai.Server.Errors;

/// <summary>Every error that the API answers with: code, status, title and sentence. The only place where they are written.</summary>
public static class ApiErrors
{
    // 400
    public static readonly ApiError InvalidRequest = new("invalid_request", 400, "The request is not valid", "{0}");
    public static readonly ApiError MultipartRequired = new("multipart_required", 400, "multipart/form-data is required", "Send the file as multipart/form-data in a part named \"file\".");
    public static readonly ApiError CursorMismatch = new("cursor_mismatch", 400, "The cursor does not belong to this list", "The cursor was made by a list with other filters, another sort or another account. Start again without it.");
    public static readonly ApiError InvalidCursor = new("invalid_cursor", 400, "The cursor cannot be read", "The cursor is damaged or was not made by this server. Start again without it.");
    public static readonly ApiError InvalidIdempotencyKey = new("invalid_idempotency_key", 400, "The Idempotency-Key is not valid", "Idempotency-Key must be 1 to 255 visible ASCII characters, sent once.");
    // 401
    public static readonly ApiError MissingApiKey = new("missing_api_key", 401, "An API key is required", "Send your key as \"Authorization: Bearer rsm_live_…\".");
    public static readonly ApiError InvalidApiKey = new("invalid_api_key", 401, "The API key is not valid", "The key is mistyped or unknown.");
    public static readonly ApiError ExpiredApiKey = new("expired_api_key", 401, "The API key has expired", "The key has expired. Use its successor or make a new one.");
    public static readonly ApiError RevokedApiKey = new("revoked_api_key", 401, "The API key was revoked", "The key was revoked. Make a new one.");
    // 402, 403
    public static readonly ApiError InsufficientCredits = new("insufficient_credits", 402, "No credits left", "The account has no credits left. Nothing was stored or charged; top up and send the file again.");
    public static readonly ApiError InsufficientScope = new("insufficient_scope", 403, "The API key lacks a scope", "This needs the scope \"{0}\", which the key does not have.");
    public static readonly ApiError AccountSuspended = new("account_suspended", 403, "The account is suspended", "The operator of this server has suspended the account. Whoever signs in for it in the app sees why.");
    // 404, 405, 406, 408
    public static readonly ApiError NotFound = new("not_found", 404, "Not found", "There is nothing at this address.");
    public static readonly ApiError AssetNotFound = new("asset_not_found", 404, "Not found", "There is no such asset in this account and environment.");
    public static readonly ApiError RevisionNotFound = new("revision_not_found", 404, "Not found", "There is no such revision of this record.");
    public static readonly ApiError MethodNotAllowed = new("method_not_allowed", 405, "The method is not allowed here", "This address answers {0}.");
    public static readonly ApiError NotAcceptable = new("not_acceptable", 406, "None of the accepted media types can be given", "This address answers {0}.");
    public static readonly ApiError RequestTimeout = new("request_timeout", 408, "The request came too slowly", "The request was not received in time. Send it again.");
    // 409, 412
    public static readonly ApiError DuplicateFile = new("duplicate_file", 409, "This file was uploaded before", "The account has this file already as asset {0}. Nothing was stored or charged.");
    public static readonly ApiError AssetNotReady = new("asset_not_ready", 409, "The asset is not finished", "The asset is still {0}. Ask again after the seconds in Retry-After, or use the status with \"wait\".");
    public static readonly ApiError AssetFailed = new("asset_failed", 409, "The asset could not be parsed", "{0}");
    public static readonly ApiError PatchTestFailed = new("patch_test_failed", 409, "A test of the patch failed", "The value at {0} is not the one that operation {1} tests for. Nothing was changed.");
    public static readonly ApiError RevisionSuperseded = new("revision_superseded", 409, "The revision cannot be undone", "{0} Nothing was changed.");
    public static readonly ApiError IdempotencyInProgress = new("idempotency_in_progress", 409, "The first request is still running", "A request with this Idempotency-Key is still running. Send it again in a second.");
    public static readonly ApiError IdempotencyKeyReused = new("idempotency_key_reused", 409, "The Idempotency-Key was used for another request", "This Idempotency-Key was used for a request that means something else. Use a new key.");
    public static readonly ApiError PreconditionFailed = new("precondition_failed", 412, "The precondition failed", "The resource has changed since it was read. Read it again.");
    // 413, 414, 415, 417, 431
    public static readonly ApiError FileTooLarge = new("file_too_large", 413, "The file is too large", "A file may have at most {0} bytes.");
    public static readonly ApiError RequestTooLarge = new("request_too_large", 413, "The request is too large", "The body of this request is larger than this address takes.");
    public static readonly ApiError UnsupportedFileType = new("unsupported_file_type", 415, "The file's format is not read", "The file's content is none of the formats read: {0}. The format is judged by content, not by name.");
    public static readonly ApiError UnsupportedMediaType = new("unsupported_media_type", 415, "The body's media type is not taken", "This address does not take a body of this Content-Type.");
    // 429, 5xx
    public static readonly ApiError RateLimitExceeded = new("rate_limit_exceeded", 429, "Too many requests", "The account's limit of {0} requests a {1} is used up. Try again in {2} seconds.");
    public static readonly ApiError TooManyFailedAuthentications = new("too_many_failed_authentications", 429, "Too many failed authentications", "Too many requests from this address had no valid key. Try again in {0} seconds.");
    public static readonly ApiError InternalError = new("internal_error", 500, "The server failed", "Something failed on our side. It is logged under this request_id; trying again may help.");
    public static readonly ApiError QueueSaturated = new("queue_saturated", 503, "The queue is full", "{0} Nothing was stored or charged; try again after the seconds in Retry-After.");
    public static readonly ApiError Unavailable = new("unavailable", 503, "The server is not ready", "The server is starting or stopping. Try again in a moment.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiError> All { get; } =
    [
        .. typeof(ApiErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ApiError>(),
    ];

    /// <summary>The problem for a status that no handler explained.</summary>
    public static Problem ForStatus(int status, HttpContext http) => status switch
    {
        401 => MissingApiKey.Problem(),
        404 => NotFound.Problem(),
        405 => MethodNotAllowed.Problem(http.Response.Headers.Allow.ToString()),
        406 => NotAcceptable.Problem("application/json"),
        408 => RequestTimeout.Problem(),
        412 => PreconditionFailed.Problem(),
        413 => RequestTooLarge.Problem(),
        415 => UnsupportedMediaType.Problem(),
        503 => Unavailable.Problem(),
        >= 500 => InternalError.Problem(),
        _ => InvalidRequest.Problem("The request cannot be read as HTTP or as what this address takes."),
    };

    /// <summary>400 for fields: each is named with what is wrong with it.</summary>
    public static Problem InvalidFields(params IReadOnlyList<FieldError> errors) =>
        InvalidRequest.Problem(string.Join(" ", errors.Select(e => $"{e.Field}: {e.Message}"))).WithFields(errors);
}
