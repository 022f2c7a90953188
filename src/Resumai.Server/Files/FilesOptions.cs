using Resumai.Server.Settings;

namespace Resumai.Server.Files;

/// <param name="Engine"><see cref="Disk"/> or <see cref="S3"/>.</param>
/// <param name="Store">Where the object store is; null with files on disk.</param>
public sealed record FilesOptions(string Engine, S3Options? Store)
{
    public const string Disk = "disk";
    public const string S3 = "s3";

    public static FilesOptions Read(SettingsReader settings)
    {
        var engine = settings.OneOf("Files:Engine", Disk, Disk, S3);
        var store = S3Options.Read(settings, required: engine == S3);
        return new FilesOptions(engine, engine == S3 ? store : null);
    }
}

/// <summary>An object store that speaks S3.</summary>
/// <param name="Bucket">Must be there.</param>
/// <param name="Prefix">What every key begins with.</param>
/// <param name="Endpoint">Address of a store that is not Amazon's; null: Amazon's in the region.</param>
/// <param name="AccessKey">With <paramref name="SecretKey"/>; both empty: what the environment, profile or role of the machine gives.</param>
/// <param name="Encryption">Empty, <c>AES256</c> or <c>aws:kms</c>: at rest, by the store.</param>
/// <param name="KmsKey">Of <c>aws:kms</c>; empty: the account's default.</param>
/// <param name="Timeout">For one try of one call.</param>
public sealed record S3Options(
    string Bucket, string Prefix, Uri? Endpoint, string Region, string AccessKey, string SecretKey, string Encryption, string KmsKey, TimeSpan Timeout)
{
    public static S3Options Read(SettingsReader settings, bool required)
    {
        var bucket = settings.Text("Files:Bucket", "");
        if (required && bucket.Length == 0) settings.Fault("Files:Bucket", "is needed with Files:Engine s3");
        var (access, secret) = (settings.Text("Files:AccessKey", ""), settings.Text("Files:SecretKey", ""));
        if (access.Length == 0 != (secret.Length == 0)) settings.Fault("Files:SecretKey", "goes with Files:AccessKey: both or neither");
        var endpoint = settings.Text("Files:Endpoint", "");
        Uri? address = null;
        if (endpoint.Length > 0 && (!Uri.TryCreate(endpoint, UriKind.Absolute, out address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)))
        {
            settings.Fault("Files:Endpoint", "must be like https://s3.company.example");
        }
        return new S3Options(bucket, settings.Text("Files:Prefix", "files/"), address, settings.Text("Files:Region", "us-east-1"), access, secret,
            settings.OneOf("Files:Encryption", "", "AES256", "aws:kms"), settings.Text("Files:KmsKey", ""), settings.Seconds("Files:TimeoutSeconds", 20, 1, 300));
    }
}
