using Resumai.Server.Files;
using Resumai.Server.Settings;

namespace Resumai.Server.Assets;

public static class AssetsSetup
{
    /// <summary>Uploading, storing and deleting documents.</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services) => services
        .AddSingleton<IFileStore>(provider => new DiskFileStore(provider.GetRequiredService<DataFolder>().Files))
        .AddHostedService<OrphanSweep>()
        .AddSingleton<AssetIntake>().AddSingleton<AssetDeletion>()
        .AddHostedService<TestAssetExpiry>();

    /// <param name="upload">The API without the filters that check query and headers: an upload is refused in an order of its own.</param>
    public static void MapAssets(this IEndpointRouteBuilder api, IEndpointRouteBuilder upload)
    {
        UploadAsset.Map(upload);
        ListAssets.Map(api);
        GetStatus.Map(api);
        GetFile.Map(api);
        DeleteAsset.Map(api);
    }
}
