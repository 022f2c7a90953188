using System.Text.Json;
using Resumai.Server.Conventions;
using Resumai.Server.Errors;

namespace Resumai.Server.Idempotency;

/// <summary>An answer as bytes, so that a replay gives exactly the first one.</summary>
public sealed record StoredAnswer(int Status, string ContentType, byte[] Body, string? Location = null) : IResult
{
    private bool Replayed { get; init; }

    /// <summary>Set on an answer that was given before.</summary>
    public const string ReplayHeader = "Idempotent-Replayed";

    public static StoredAnswer Json<T>(int status, T body, string? location = null) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(body, JsonForm.Options), location);

    public static StoredAnswer From(Problem problem, HttpContext http) => new(problem.Error.Status, Problem.MediaType, problem.Render(http));

    internal StoredAnswer AsReplay() => this with { Replayed = true };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Replayed) response.Headers[ReplayHeader] = "true";
        if (Location is not null) response.Headers.Location = Location;
        if (Body.Length == 0) return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body);
    }
}
