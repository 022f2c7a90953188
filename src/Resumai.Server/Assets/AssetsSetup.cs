using Resumai.Server.Files;

namespace Resumai.Server.Assets;

public static class AssetsSetup
{
    /// <summary>Uploading, storing and deleting documents.</summary>
    /// <param name="tidies">Whether this server removes what is left over or has expired.</param>
    public static IServiceCollection AddAssets(this IServiceCollection services, bool tidies)
    {
        services.AddSingleton<AssetIntake>().AddSingleton<AssetDeletion>()
            .AddSingleton<AssetTagging>().AddSingleton<Reparsing>().AddSingleton<UndoableDeletion>();
        return tidies ? services.AddHostedService<OrphanSweep>().AddHostedService<TestAssetExpiry>().AddHostedService<DeletionSweep>() : services;
    }

    /// <param name="upload">The API without the filters that check query and headers: an upload is refused in an order of its own.</param>
    public static void MapAssets(this IEndpointRouteBuilder api, IEndpointRouteBuilder upload)
    {
        UploadAsset.Map(upload);
        ListAssets.Map(api);
        GetStatus.Map(api);
        GetFile.Map(api);
        PatchAsset.Map(api);
        ReparseAsset.Map(api);
        DeleteAsset.Map(api);
        RestoreAsset.Map(api);
    }
}
