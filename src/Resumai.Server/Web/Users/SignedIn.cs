using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Who looks at a page.</summary>
/// <param name="Role">In their account: one of <see cref="UserRole"/>.</param>
public sealed record SignedIn(Guid UserId, Guid AccountId, string Email, string Role, bool IsOperator)
{
    private const string AccountClaim = "resumai:account";
    private const string RoleClaim = "resumai:role";
    private const string OperatorClaim = "resumai:operator";

    /// <summary>May do everything in the account: keys and people too.</summary>
    public bool IsOwner => Role == UserRole.Owner;

    /// <summary>May look at CVs.</summary>
    public bool Reads => Role is UserRole.Owner or UserRole.Member or UserRole.Viewer;

    /// <summary>May upload, change and delete CVs.</summary>
    public bool Writes => Role is UserRole.Owner or UserRole.Member;

    /// <summary>May buy credits and see what was paid and used.</summary>
    public bool Pays => Role is UserRole.Owner or UserRole.Billing;

    /// <summary>The page that they begin at.</summary>
    public string Start => IsOwner ? "/account/keys" : Pays ? "/account/credits" : "/cvs";

    /// <summary>Null: nobody has signed in.</summary>
    public static SignedIn? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Guid.TryParse(user.FindFirstValue(AccountClaim), out var account)
            ? new SignedIn(id, account, user.FindFirstValue(ClaimTypes.Name) ?? "", user.FindFirstValue(RoleClaim) ?? "", user.HasClaim(OperatorClaim, "true"))
            : null;

    /// <summary>Puts account and role into the session; they are looked up again whenever the session is checked.</summary>
    internal sealed class Claims(UserManager<User> users, IOptions<IdentityOptions> options, ServerDb db) : UserClaimsPrincipalFactory<User>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(AccountClaim, user.AccountId.ToString()));
            identity.AddClaim(new Claim(RoleClaim, user.Role));
            // Of an operator's account the owners run the server, whoever else they let look at CVs.
            if (user.Role == UserRole.Owner && await db.Accounts.AnyAsync(a => a.Id == user.AccountId && a.IsOperator)) identity.AddClaim(new Claim(OperatorClaim, "true"));
            return identity;
        }
    }
}
