using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Access;

/// <summary>What became of a decision.</summary>
public enum AccessDecision
{
    Done,
    /// <summary>Somebody decided before, or the request is gone.</summary>
    TooLate,
    /// <summary>There is an account with the address.</summary>
    AddressTaken,
}

/// <summary>Requests for developer access, from the form to the account.</summary>
public sealed class AccessRequests(IDbContextFactory<ServerDb> databases, AccountOpening opening, Invitations invitations, Outbox outbox, AuditLog audit, TimeProvider time)
{
    public const int PageSize = 100;
    // From many addresses, more than an operator could ever read.
    private const int MostOpen = 10_000;

    /// <summary>
    /// Keeps a request. False: too many are open. A second one of the same address is taken for the first and not kept; neither answer tells
    /// whether the address is known.
    /// </summary>
    /// <param name="form">Without faults.</param>
    /// <param name="language">Of the answer.</param>
    public async Task<bool> SubmitAsync(AccessForm form, string language, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.AccessRequests.CountAsync(r => r.State == AccessState.Open, cancellationToken) >= MostOpen) return false;
        db.AccessRequests.Add(new AccessRequest
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Name = form.Name!.Trim(),
            Email = form.Email!.Trim().ToLowerInvariant(),
            Company = form.Company!.Trim(),
            UseCase = form.UseCase!.Trim(),
            Volume = form.Volume!,
            Tooling = form.Tooling?.Trim() ?? "",
            Language = language,
            CreatedAt = time.UtcNow(),
            State = AccessState.Open,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await TellOperatorsAsync(db, form, cancellationToken);
            await write.CommitAsync();
        }
        catch (DbUpdateException e) when (db.RefusalOf(e) == Uniqueness.Index)
        {
            // The one before is still open.
        }
        return true;
    }

    private async Task TellOperatorsAsync(ServerDb db, AccessForm form, CancellationToken cancellationToken)
    {
        var operators = await db.Users.Where(u => db.Accounts.Any(a => a.Id == u.AccountId && a.IsOperator)).Select(u => new { u.Email, u.Language }).ToListAsync(cancellationToken);
        foreach (var user in operators)
        {
            var texts = AppTexts.In(user.Language);
            outbox.Add(db, user.Email!, texts["access.operator_subject"], texts["access.operator_text", form.Name!.Trim(), form.Company!.Trim()], "/admin/requests");
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The newest of a state.</summary>
    public async Task<IReadOnlyList<AccessRequest>> ListAsync(string state)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.AccessRequests.AsNoTracking().Where(r => r.State == state).OrderByDescending(r => r.Id).Take(PageSize).ToListAsync();
    }

    /// <summary>Opens the account and mails an invitation to its sign-in.</summary>
    public async Task<AccessDecision> ApproveAsync(Guid id, string tier, long credits, Actor by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        if (await DecideAsync(db, id, AccessState.Approved, reason: null, by) is not { } request) return AccessDecision.TooLate;
        if (await opening.OpenAsync(db, request.Email, tier, credits, isOperator: false) is not { } account) return AccessDecision.AddressTaken;
        await db.AccessRequests.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.AccountId, account.Id));
        var path = await invitations.ForAccountAsync(db, account.Id, account.Email, UserRole.Owner);
        var texts = AppTexts.In(request.Language);
        outbox.Add(db, request.Email, texts["access.approved_subject"], texts["access.approved_text", request.Name], path);
        audit.Add(db, AuditAction.RequestApproved, by, account.Id, request.Email, $"{tier}, {credits}");
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return AccessDecision.Done;
    }

    /// <summary>Declines and mails the reason.</summary>
    public async Task<AccessDecision> DeclineAsync(Guid id, string reason, Actor by)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        if (await DecideAsync(db, id, AccessState.Declined, reason, by) is not { } request) return AccessDecision.TooLate;
        var texts = AppTexts.In(request.Language);
        outbox.Add(db, request.Email, texts["access.declined_subject"], texts["access.declined_text", request.Name, reason], path: null);
        audit.Add(db, AuditAction.RequestDeclined, by, null, request.Email, reason);
        await db.SaveChangesAsync();
        await write.CommitAsync();
        return AccessDecision.Done;
    }

    /// <summary>Null: it is not open any more. Of two who decide at once the first does.</summary>
    private async Task<AccessRequest?> DecideAsync(ServerDb db, Guid id, string state, string? reason, Actor by)
    {
        var now = time.UtcNow();
        var decided = await db.AccessRequests.Where(r => r.Id == id && r.State == AccessState.Open).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.State, state).SetProperty(r => r.Reason, reason).SetProperty(r => r.DecidedBy, by.By).SetProperty(r => r.DecidedAt, now));
        return decided == 0 ? null : await db.AccessRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }
}
