using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Mails;

/// <summary>
/// Sends what is in the outbox, when a mail server is configured. A mail that was refused is tried again, later each time, eight times in about
/// a day. Of several servers one sends a mail: it moves the mail's next attempt on before it begins.
/// </summary>
internal sealed class MailSending(IDbContextFactory<ServerDb> databases, MailOptions options, TimeProvider time, ILogger<MailSending> log) : BackgroundService
{
    private const int MostAttempts = 8;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsConfigured) return;
        using var timer = new PeriodicTimer(Look, time);
        do
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                    // Until none is due.
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError("Mails could not be looked for ({Reason}).", e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> SendNextAsync(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var now = time.UtcNow();
        if (await db.Mails.Where(m => m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).FirstOrDefaultAsync(stop) is not { } mail) return false;
        DateTime? next = mail.Attempts + 1 < MostAttempts ? now.AddMinutes(Math.Pow(3, mail.Attempts)) : null;
        var taken = await db.Mails.Where(m => m.Id == mail.Id && m.NextAttemptAt == mail.NextAttemptAt)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, next).SetProperty(m => m.Attempts, m => m.Attempts + 1), stop);
        if (taken == 0) return true;
        var error = await TrySendAsync(mail, stop);
        if (error is null) await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, now).SetProperty(m => m.NextAttemptAt, (DateTime?)null).SetProperty(m => m.Error, (string?)null), stop);
        else await db.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Error, error), stop);
        return true;
    }

    /// <summary>Null: it was sent; else why not.</summary>
    private async Task<string?> TrySendAsync(Mail mail, CancellationToken stop)
    {
        try
        {
            using var message = new MimeMessage();
            message.From.Add(MailboxAddress.Parse(options.From));
            message.To.Add(MailboxAddress.Parse(mail.To));
            message.Subject = mail.Subject;
            message.Body = new TextPart("plain") { Text = mail.Body };
            using var client = new SmtpClient { Timeout = 20_000 };
            await client.ConnectAsync(options.Host, options.Port, options.Security, stop);
            if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, stop);
            await client.SendAsync(message, stop);
            await client.DisconnectAsync(quit: true, stop);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning("A mail was not sent ({Reason}).", e.GetBaseException().GetType().Name);
            return e.GetBaseException().Message;
        }
    }
}
