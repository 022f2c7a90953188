using MailKit.Security;
using Resumai.Server.Accounts;
using Resumai.Server.Settings;

namespace Resumai.Server.Web.Mails;

/// <param name="Host">The server that takes mail; empty: none, mails stay in the outbox.</param>
/// <param name="From">The sender's address.</param>
/// <param name="Address">What links in mails begin with: <c>https://cv.company.example</c>.</param>
/// <param name="Kept">How long a mail is kept that is sent, or is not tried again.</param>
public sealed record MailOptions(string Host, int Port, string User, string Password, string From, SecureSocketOptions Security, Uri Address, TimeSpan Kept)
{
    public bool IsConfigured => Host.Length > 0;

    public static MailOptions Read(SettingsReader settings, IReadOnlyList<string> urls)
    {
        var host = settings.Text("Mail:Host", "");
        var security = settings.OneOf("Mail:Security", "starttls", "starttls", "tls", "none");
        var options = new MailOptions(host, settings.Integer("Mail:Port", 587, 1, 65_535), settings.Text("Mail:User", ""), settings.Text("Mail:Password", ""),
            settings.Text("Mail:From", ""), security switch { "tls" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls },
            AddressOf(settings, urls), TimeSpan.FromDays(settings.Integer("Mail:KeepDays", 30, 1, 3_650)));
        if (options.IsConfigured && !AccountOpening.IsAddress(options.From)) settings.Fault("Mail:From", "must be an e-mail address; it is needed with Mail:Host");
        if (options.User.Length > 0 != options.Password.Length > 0) settings.Fault("Mail:Password", "goes with Mail:User: both or neither");
        return options;
    }

    /// <summary>Never what a request calls this server: whoever asks for a mail could name another.</summary>
    private static Uri AddressOf(SettingsReader settings, IReadOnlyList<string> urls)
    {
        const string key = "Web:Address";
        var text = settings.Text(key, urls.Count > 0 ? urls[0].Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal) : ServerConfiguration.DefaultUrl);
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.PathAndQuery == "/") return uri;
        settings.Fault(key, "must be like https://cv.company.example");
        return new Uri(ServerConfiguration.DefaultUrl);
    }
}
