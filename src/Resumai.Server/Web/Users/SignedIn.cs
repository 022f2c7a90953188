using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Who looks at a page.</summary>
public sealed record SignedIn(Guid UserId, Guid AccountId, string Email, bool IsOwner, bool IsOperator)
{
    private const string Account = "resumai:account";
    private const string Role = "resumai:role";
    private const string Operator = "resumai:operator";

    /// <summary>Null: nobody has signed in.</summary>
    public static SignedIn? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && Guid.TryParse(user.FindFirstValue(Account), out var account)
            ? new SignedIn(id, account, user.FindFirstValue(ClaimTypes.Name) ?? "", user.HasClaim(Role, UserRole.Owner), user.HasClaim(Operator, "true"))
            : null;

    /// <summary>Puts account and role into the session; they are looked up again whenever the session is checked.</summary>
    internal sealed class Claims(UserManager<User> users, IOptions<IdentityOptions> options, ServerDb db) : UserClaimsPrincipalFactory<User>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(Account, user.AccountId.ToString()));
            identity.AddClaim(new Claim(Role, user.Role));
            if (await db.Accounts.AnyAsync(a => a.Id == user.AccountId && a.IsOperator)) identity.AddClaim(new Claim(Operator, "true"));
            return identity;
        }
    }
}
