using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;

namespace Resumai.Server.Tests.Hosting;

/// <summary>An account of a test with its key.</summary>
public sealed class TestAccount(ResumaiApp app, Guid id, string email, IssuedKey key)
{
    private HttpClient? _http;
    private Uri? _at;

    public Guid Id => id;
    public string Email => email;
    public string Key => key.Text;
    public Guid KeyId => key.Key.Id;

    /// <summary>A client with the account's key, for the server as it runs now.</summary>
    public HttpClient Http
    {
        get
        {
            if (_http is null || _at != app.Address) (_http, _at) = (app.Client(Key), app.Address);
            return _http;
        }
    }

    /// <summary>The credits as the database has them.</summary>
    public Task<long> CreditsAsync() => app.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.Credits).SingleAsync());

    /// <summary>The sum of the ledger, which must be the credits.</summary>
    public Task<long> LedgerSumAsync() => app.ReadAsync(db => db.Ledger.Where(l => l.AccountId == id).SumAsync(l => l.Credits));
}
