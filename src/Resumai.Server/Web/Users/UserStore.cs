using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Users;

/// <summary>Users in our database. What a user may do is the account's and the role's to say: no claims and no outside sign-ins are kept.</summary>
internal sealed class UserStore(ServerDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<User, ServerDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, IdentityUserPasskey<Guid>>(db, describer)
{
    public override Task<IList<Claim>> GetClaimsAsync(User user, CancellationToken cancellationToken = default) => Task.FromResult<IList<Claim>>([]);

    public override Task<IList<UserLoginInfo>> GetLoginsAsync(User user, CancellationToken cancellationToken = default) => Task.FromResult<IList<UserLoginInfo>>([]);
}
