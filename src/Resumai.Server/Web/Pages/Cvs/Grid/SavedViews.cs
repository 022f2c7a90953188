using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Pages.Cvs.Grid;

/// <summary>The views that an account has saved, and the columns that each user last chose. Thread-safe.</summary>
internal sealed class SavedViews(IDbContextFactory<ServerDb> databases, TimeProvider clock)
{
    /// <summary>Of an account.</summary>
    public const int Most = 200;
    public const int NameCharacters = 100;

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(Guid accountId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.SavedViews.AsNoTracking().Where(v => v.AccountId == accountId).OrderBy(v => v.Name).ToListAsync();
    }

    /// <summary>Null when the account has none with this id.</summary>
    public async Task<SavedView?> FindAsync(Guid accountId, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.SavedViews.AsNoTracking().SingleOrDefaultAsync(v => v.AccountId == accountId && v.Id == id);
    }

    /// <summary>Saves a view; one with the same name is replaced, at the same address.</summary>
    /// <returns>Null when the account has as many as it may.</returns>
    public async Task<SavedView?> SaveAsync(SignedIn user, string name, GridQuery query)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        var (text, now) = (query.Text, clock.UtcNow());
        var replaced = await db.SavedViews.Where(v => v.AccountId == user.AccountId && v.Name == name)
            .ExecuteUpdateAsync(s => s.SetProperty(v => v.Query, text).SetProperty(v => v.By, user.Email).SetProperty(v => v.SavedAt, now));
        if (replaced == 0)
        {
            if (await db.SavedViews.CountAsync(v => v.AccountId == user.AccountId) >= Most) return null;
            db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), AccountId = user.AccountId, Name = name, Query = text, By = user.Email, SavedAt = now });
            await db.SaveChangesAsync();
        }
        var saved = await db.SavedViews.AsNoTracking().SingleAsync(v => v.AccountId == user.AccountId && v.Name == name);
        await write.CommitAsync();
        return saved;
    }

    public async Task DeleteAsync(Guid accountId, Guid id)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        await db.SavedViews.Where(v => v.AccountId == accountId && v.Id == id).ExecuteDeleteAsync();
        await write.CommitAsync();
    }

    /// <summary>The columns that a user last chose, as in the address; null: they never chose.</summary>
    public async Task<string?> ColumnsAsync(Guid userId)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Users.Where(u => u.Id == userId).Select(u => u.GridColumns).SingleOrDefaultAsync();
    }

    /// <param name="columns">As in the address; null: those of everybody who never chose.</param>
    public async Task RememberAsync(Guid userId, string? columns)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(s => s.SetProperty(u => u.GridColumns, columns));
        await write.CommitAsync();
    }
}
