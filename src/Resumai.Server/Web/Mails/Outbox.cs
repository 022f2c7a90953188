using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Mails;

/// <summary>Mails to send: rows first, so that what a transaction promises is sent when it commits, whatever the mail server does meanwhile.</summary>
public sealed class Outbox(MailOptions options, TimeProvider time)
{
    /// <summary>Adds a mail to what the caller saves.</summary>
    /// <param name="path">A path of this server that the text ends with as a link; null: none.</param>
    public void Add(ServerDb db, string to, string subject, string text, string? path)
    {
        var now = time.UtcNow();
        db.Mails.Add(new Mail
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            To = to,
            Subject = subject,
            Body = path is null ? $"{text}\n" : $"{text}\n\n{new Uri(options.Address, path)}\n",
            CreatedAt = now,
            NextAttemptAt = options.IsConfigured ? now : null,
        });
    }
}
