using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Resumai.Server.Conventions;

namespace Resumai.Server.Files;

/// <summary>
/// Files in a bucket, one object an asset. The store checks every byte it is sent against its SHA-256, and what is read is checked against the
/// one kept beside it: a file that was damaged is as good as none. Larger files go in parts.
/// </summary>
public sealed class S3FileStore : IFileStore, IEngineCheck, IDisposable
{
    /// <summary>The least that S3 takes as a part that is not the last.</summary>
    internal const int PartSize = 5 * 1024 * 1024;
    private const string Digest = "sha256";

    private readonly S3Options _options;
    private readonly ILogger<S3FileStore> _logger;
    private readonly AmazonS3Client _client;
    private readonly IncomingFolder _incoming;

    /// <param name="root">Folder for files that arrive; created when missing.</param>
    public S3FileStore(S3Options options, string root, ILogger<S3FileStore> logger)
    {
        (_options, _logger) = (options, logger);
        _incoming = new IncomingFolder(root);
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            Timeout = options.Timeout,
            MaxErrorRetry = 2,
            // We send checksums of our own, in headers: many stores know no trailers.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint) (config.ServiceURL, config.ForcePathStyle) = (endpoint.ToString(), true);
        else config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        _client = options.AccessKey.Length > 0 ? new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config) : new AmazonS3Client(config);
    }

    public string Need => "files";

    public string Engine => FilesOptions.S3;

    public bool IsDispensable => false;

    public Task CheckAsync(CancellationToken cancellationToken) =>
        _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix, MaxKeys = 1 }, cancellationToken);

    public IncomingFile Receive() => _incoming.Receive();

    public Task KeepAsync(IncomingFile file, Guid assetId, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Size <= PartSize) await PutAsync(content, file, assetId, cancellation);
            else await PutInPartsAsync(content, file, assetId, cancellation);
            return true;
        }, cancellation);

    public Task<Stream?> OpenReadAsync(Guid assetId, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            try
            {
                using var found = await _client.GetObjectAsync(_options.Bucket, KeyOf(assetId), cancellation);
                var bytes = new MemoryStream(checked((int)found.ContentLength));
                await found.ResponseStream.CopyToAsync(bytes, cancellation);
                if (Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))) != found.Metadata[Digest])
                {
                    _logger.LogError("The stored file of asset {AssetId} is not what was kept", assetId);
                    return null;
                }
                bytes.Position = 0;
                return (Stream?)bytes;
            }
            catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket")
            {
                return null;
            }
        }, cancellation);

    public Task DeleteAsync(Guid assetId, CancellationToken cancellation) =>
        AskAsync(() => _client.DeleteObjectAsync(_options.Bucket, KeyOf(assetId), cancellation), cancellation);

    public async IAsyncEnumerable<Guid> ListOlderThanAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _incoming.DeleteOlderThan(time);
        var request = new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix };
        ListObjectsV2Response page;
        do
        {
            page = await AskAsync(() => _client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var found in page.S3Objects ?? [])
            {
                if (found.LastModified?.ToUniversalTime() < time && Guid.TryParseExact(found.Key[_options.Prefix.Length..], "N", out var assetId)) yield return assetId;
            }
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();

    private string KeyOf(Guid assetId) => _options.Prefix + assetId.ToString("N");

    private ServerSideEncryptionMethod? Encryption => _options.Encryption.Length > 0 ? new ServerSideEncryptionMethod(_options.Encryption) : null;

    private string? KmsKey => _options.KmsKey.Length > 0 ? _options.KmsKey : null;

    private Task PutAsync(Stream content, IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        var request = new PutObjectRequest
        {
            BucketName = _options.Bucket,
            Key = KeyOf(assetId),
            InputStream = content,
            UseChunkEncoding = false,
            ChecksumSHA256 = Convert.ToBase64String(file.Sha256),
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = KmsKey,
        };
        request.Metadata[Digest] = Convert.ToHexStringLower(file.Sha256);
        return _client.PutObjectAsync(request, cancellation);
    }

    private async Task PutInPartsAsync(Stream content, IncomingFile file, Guid assetId, CancellationToken cancellation)
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = _options.Bucket,
            Key = KeyOf(assetId),
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = KmsKey,
        };
        start.Metadata[Digest] = Convert.ToHexStringLower(file.Sha256);
        var upload = (await _client.InitiateMultipartUploadAsync(start, cancellation)).UploadId;
        try
        {
            var end = new CompleteMultipartUploadRequest { BucketName = _options.Bucket, Key = KeyOf(assetId), UploadId = upload, PartETags = [] };
            var part = new byte[PartSize];
            for (var number = 1; await content.ReadAtLeastAsync(part, PartSize, throwOnEndOfStream: false, cancellation) is > 0 and var length; number++)
            {
                var checksum = Convert.ToBase64String(SHA256.HashData(part.AsSpan(0, length)));
                var sent = await _client.UploadPartAsync(new UploadPartRequest
                {
                    BucketName = _options.Bucket,
                    Key = KeyOf(assetId),
                    UploadId = upload,
                    PartNumber = number,
                    PartSize = length,
                    InputStream = new MemoryStream(part, 0, length),
                    UseChunkEncoding = false,
                    ChecksumSHA256 = checksum,
                }, cancellation);
                end.PartETags.Add(new PartETag(number, sent.ETag) { ChecksumSHA256 = checksum });
            }
            await _client.CompleteMultipartUploadAsync(end, cancellation);
        }
        catch
        {
            await _client.AbortMultipartUploadAsync(_options.Bucket, KeyOf(assetId), upload, CancellationToken.None);
            throw;
        }
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        // HttpIOException: it hung up in the middle of an answer.
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or HttpIOException or TimeoutException
            || e is IOException { InnerException: SocketException }
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new FileStoreUnavailableException($"The object store does not answer as it should: {e.Message}", e);
        }
    }
}
