using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

internal static class UsersSetup
{
    /// <summary>The policy of pages that only the operator of the server sees.</summary>
    public const string Operator = "operator";
    /// <summary>The policy of pages about keys and people of the account.</summary>
    public const string Owner = "owner";
    /// <summary>The policy of pages about credits, invoices and usage.</summary>
    public const string Money = "money";
    /// <summary>The policy of pages that show CVs.</summary>
    public const string Reading = "reading";
    /// <summary>The policy of pages that change CVs.</summary>
    public const string Writing = "writing";

    private static readonly TimeSpan SessionLife = TimeSpan.FromHours(12);

    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("resumai");
        services.AddOptions<KeyManagementOptions>().Configure<IDbContextFactory<ServerDb>>((keys, databases) => keys.XmlRepository = new ProtectionKeys(databases));
        services.AddSingleton<FirstOperator>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie?.Configure(session =>
            {
                Harden(session.Cookie, "resumai_session");
                session.LoginPath = "/sign-in";
                // What is not somebody's to see is not there.
                session.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                };
                session.ReturnUrlParameter = "return";
                session.ExpireTimeSpan = SessionLife;
            });
            cookies.TwoFactorUserIdCookie?.Configure(session => Harden(session.Cookie, "resumai_second_step"));
            cookies.TwoFactorRememberMeCookie?.Configure(session => Harden(session.Cookie, "resumai_known_browser"));
        });
        services.AddIdentityCore<User>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                identity.User.RequireUniqueEmail = true;
                // Any character that an address may have.
                identity.User.AllowedUserNameCharacters = "";
                // Length is what counts (NIST SP 800-63B section 3.1.1.2): no rules of composition.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 4,
                };
                identity.Lockout.MaxFailedAccessAttempts = 10;
            })
            .AddUserStore<UserStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<SignedIn.Claims>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = SessionCheck.Interval);
        services.AddScoped<AuthenticationStateProvider, SessionCheck>();
        services.AddHttpContextAccessor().AddScoped<WhoActs>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<WhoActs>()).AddScoped<SignInLog>();
        services.AddPasskeys();
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder()
            .AddPolicy(Operator, policy => policy.RequireAssertion(context => SignedIn.Of(context.User) is { IsOperator: true }))
            .AddPolicy(Owner, policy => policy.RequireAssertion(context => SignedIn.Of(context.User) is { IsOwner: true }))
            .AddPolicy(Money, policy => policy.RequireAssertion(context => SignedIn.Of(context.User) is { Pays: true }))
            .AddPolicy(Reading, policy => policy.RequireAssertion(context => SignedIn.Of(context.User) is { Reads: true }))
            .AddPolicy(Writing, policy => policy.RequireAssertion(context => SignedIn.Of(context.User) is { Writes: true }));
        return services;
    }

    /// <summary>Browsers take a secure cookie over HTTPS, and over HTTP from the machine itself.</summary>
    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
