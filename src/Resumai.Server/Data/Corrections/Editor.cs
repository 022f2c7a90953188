using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary>Who changes records of an account.</summary>
/// <param name="Name">As corrections and revisions name them: a key by its first characters, a person by their address.</param>
public sealed record Editor(Guid AccountId, string Environment, string Name)
{
    public static async Task<Editor> OfAsync(ServerDb db, ApiCaller caller, CancellationToken cancellation)
    {
        var key = await db.ApiKeys.Where(k => k.Id == caller.KeyId).Select(k => k.Prefix).SingleAsync(cancellation);
        return new Editor(caller.AccountId, caller.Environment, $"key {key}");
    }
}
