using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>
/// What a browser needs to make or use a passkey (Web Authentication, Level 3). Both are asked for by the pages' script, with the page's token against
/// forged requests; the challenge is kept in a cookie that only this server reads.
/// </summary>
internal static class PasskeyOptions
{
    public const string ForNew = "/passkeys/new";
    public const string ForSignIn = "/passkeys/sign-in";
    /// <summary>Most passkeys of one user.</summary>
    public const int Most = 20;

    public static IServiceCollection AddPasskeys(this IServiceCollection services) => services.Configure<IdentityPasskeyOptions>(passkeys =>
    {
        // A passkey stands for both steps: the device must have made sure who holds it.
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
    });

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(ForNew, async (HttpContext http, IAntiforgery forms, UserManager<User> users, SignInManager<User> signIns) =>
        {
            if (await users.GetUserAsync(http.User) is not { } user) return Results.Unauthorized();
            if (!await forms.IsRequestValidAsync(http)) return Results.BadRequest();
            return Json(await signIns.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Email! }));
        }).ExcludeFromDescription();
        // For whoever it will be: the browser offers the passkeys that it has for this server, and nothing is told about addresses.
        app.MapPost(ForSignIn, async (HttpContext http, IAntiforgery forms, SignInManager<User> signIns) =>
            await forms.IsRequestValidAsync(http) ? Json(await signIns.MakePasskeyRequestOptionsAsync(user: null)) : Results.BadRequest()).ExcludeFromDescription();
    }

    private static IResult Json(string options) => Results.Content(options, "application/json");
}
