using Microsoft.EntityFrameworkCore;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Files;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs.Pictures;

/// <summary>Pictures of a CV's pages, drawn in a parse host's sandbox when somebody looks at them. Thread-safe.</summary>
internal sealed class PagePictures(IDbContextFactory<ServerDb> databases, IFileStore files, ParseHostPool hosts, PictureCache cache, ILogger<PagePictures> logger)
{
    /// <summary>Two pixels a point of an A4 page, and sharp on a screen of double density beside the data.</summary>
    private const int Width = 1190;
    /// <summary>The longest document that is read has so many.</summary>
    private static readonly int MostPages = new ReadLimits().Pages;

    /// <summary>Starts what draws, for a page that will ask for pictures in a moment.</summary>
    public void Prepare() => hosts.PrepareToDraw();

    /// <summary>Null: the account has no such CV with a record, it has no such page, or the page cannot be drawn (now).</summary>
    /// <param name="page">From 1.</param>
    public async Task<DrawnPage?> FindAsync(Guid accountId, Guid assetId, int page, CancellationToken cancellation)
    {
        if (page < 1 || page > MostPages) return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Whoever may not see the CV does not see a kept picture either.
        if (await StoredMaster.FindAsync(db, accountId, KeyEnvironment.Live, assetId, cancellation) is not { Row: not null } stored || !HasPages(stored.Asset.ContentType)) return null;
        if (cache.Find(assetId, page) is { } kept) return kept;
        if (await ReadAsync(stored.Asset, cancellation) is not { } document) return null;

        var boxes = (stored.Show([StoredMaster.Evidence]).Evidence ?? new Dictionary<string, Master.Evidence>()).Values.Where(e => e.Page == page).SelectMany(e => e.Boxes).ToList();
        try
        {
            switch (await hosts.DrawAsync(new DrawingRequest(page, Width, new ReadLimits(), boxes), document, cancellation))
            {
                case HostAnswer.Drawn drawn:
                    cache.Keep(assetId, page, drawn.Page);
                    return drawn.Page;
                case HostAnswer.Refused refused:
                    logger.LogInformation("Page {Page} of {AssetId} has no picture: {Code}", page, assetId, refused.Error.Code);
                    return null;
                case HostAnswer.Ended ended:
                    logger.LogWarning("Drawing page {Page} of {AssetId} ended its host: {Code}", page, assetId, ended.Error.Code);
                    return null;
                default:
                    return null;
            }
        }
        catch (ParseHostUnavailableException e)
        {
            logger.LogError("No page can be drawn: {Reason}", e.Message);
            return null;
        }
    }

    /// <summary>Formats of text alone have no pages until somebody prints them.</summary>
    public static bool HasPages(string contentType) => contentType == "application/pdf" || contentType.StartsWith("image/", StringComparison.Ordinal);

    private async Task<byte[]?> ReadAsync(Asset asset, CancellationToken cancellation)
    {
        try
        {
            // Between the row and the file a deletion may come.
            if (await files.OpenReadAsync(asset.Id, cancellation) is not { } file) return null;
            await using (file)
            {
                var document = new byte[asset.SizeBytes];
                await file.ReadExactlyAsync(document, cancellation);
                return document;
            }
        }
        catch (Exception e) when (e is FileStoreUnavailableException or EndOfStreamException)
        {
            return null;
        }
    }
}
