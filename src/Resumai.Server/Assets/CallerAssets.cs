using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Assets;

internal static class CallerAssets
{
    /// <summary>What the caller may know of: its account's assets of its key's environment. All others do not exist for it.</summary>
    public static IQueryable<Asset> Of(this IQueryable<Asset> assets, ApiCaller caller) =>
        assets.Where(a => a.AccountId == caller.AccountId && a.Environment == caller.Environment);
}
