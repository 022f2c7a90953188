using Microsoft.EntityFrameworkCore;
using Resumai.Hosting;
using Resumai.Reading;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Errors;
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

    /// <summary>A picture, or why there is none: what cannot be drawn now is 503, what never can 404.</summary>
    public sealed record Answer(DrawnPage? Picture, Problem? Refusal)
    {
        public static implicit operator Answer(DrawnPage picture) => new(picture, null);

        public static implicit operator Answer(Problem refusal) => new(null, refusal);
    }

    /// <param name="page">From 1.</param>
    public async Task<Answer> FindAsync(Guid accountId, Guid assetId, int page, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        // Whoever may not see the CV does not see a kept picture either.
        if (await StoredMaster.FindAsync(db, accountId, KeyEnvironment.Live, assetId, cancellation) is not { } stored) return ApiErrors.AssetNotFound.Problem();
        // While it is read again there is a record.
        if (stored.Row is null) return stored.Refusal!;
        if (!HasPages(stored.Asset.ContentType)) return None("A document of this format has no pages until somebody prints it.");
        if (page < 1 || page > MostPages) return None($"The document has no page {page}.");
        if (cache.Find(assetId, page) is { } kept) return kept;

        var boxes = (stored.Show([StoredMaster.Evidence]).Evidence ?? new Dictionary<string, Master.Evidence>()).Values.Where(e => e.Page == page).SelectMany(e => e.Boxes).ToList();
        try
        {
            // Between the row and the file a deletion may come.
            if (await ReadAsync(stored.Asset, cancellation) is not { } document) return ApiErrors.AssetNotFound.Problem();
            switch (await hosts.DrawAsync(new DrawingRequest(page, Width, new ReadLimits(), boxes), document, cancellation))
            {
                case HostAnswer.Drawn drawn:
                    cache.Keep(assetId, page, drawn.Page);
                    return drawn.Page;
                case HostAnswer.Refused { Error: var error } when error.Code == DrawingResult.NoSuchPage.Code:
                    return None($"The document has no page {page}.");
                case HostAnswer.Refused refused:
                    logger.LogInformation("Page {Page} of {AssetId} has no picture: {Code}", page, assetId, refused.Error.Code);
                    return None($"Page {page} of the document cannot be drawn ({refused.Error.Code}).");
                case HostAnswer.Ended ended:
                    logger.LogWarning("Drawing page {Page} of {AssetId} ended its host: {Code}", page, assetId, ended.Error.Code);
                    return NotNow($"Drawing page {page} was stopped ({ended.Error.Code}).", seconds: 60);
                default:
                    return NotNow("Too many pages wait to be drawn.", seconds: 5);
            }
        }
        catch (ParseHostUnavailableException e)
        {
            logger.LogError("No page can be drawn: {Reason}", e.Message);
            return NotNow("This server cannot draw pages at the moment.", seconds: 60);
        }
        catch (Exception e) when (e is FileStoreUnavailableException or EndOfStreamException)
        {
            return NotNow("The document cannot be read at the moment.", seconds: 5);
        }

        static Problem None(string detail) => ApiErrors.NotFound.Problem() with { Detail = detail };

        static Problem NotNow(string detail, int seconds) => (ApiErrors.Unavailable.Problem() with { Detail = detail }).RetryAfter(seconds);
    }

    /// <summary>Formats of text alone have no pages until somebody prints them.</summary>
    public static bool HasPages(string contentType) => contentType == "application/pdf" || contentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Null: it is gone.</summary>
    private async Task<byte[]?> ReadAsync(Asset asset, CancellationToken cancellation)
    {
        if (await files.OpenReadAsync(asset.Id, cancellation) is not { } file) return null;
        await using (file)
        {
            var document = new byte[asset.SizeBytes];
            await file.ReadExactlyAsync(document, cancellation);
            return document;
        }
    }
}
