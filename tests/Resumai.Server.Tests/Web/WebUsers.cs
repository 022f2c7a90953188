using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>People who sign in.</summary>
public static class WebUsers
{
    public const string Password = "correct horse battery";
    private static int _count;

    /// <summary>A new user, of a new account unless told; the address and the account.</summary>
    public static async Task<(string Email, Guid AccountId)> UserAsync(this ResumaiApp app, string role = UserRole.Owner, bool isOperator = false, Guid? accountId = null, long credits = 0)
    {
        var email = $"user{Interlocked.Increment(ref _count)}@people.example";
        var account = accountId ?? await app.WriteAsync(async db =>
            (await app.Services.GetRequiredService<AccountOpening>().OpenAsync(db, email, Tier.Free, credits, isOperator))!.Id);
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(new User
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            Role = role,
            Language = "en",
            UserName = email,
            Email = email,
            CreatedAt = new DateTime(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc),
        }, Password);
        made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(e => e.Description)));
        return (email, account);
    }

    /// <summary>Somebody with a browser who has signed in for an account.</summary>
    public static async Task<Visitor> VisitorAsync(this ResumaiApp app, TestAccount account, int width = 1280)
    {
        var (email, _) = await app.UserAsync(accountId: account.Id);
        var visitor = await Visitor.ComeAsync(app.Address, width);
        await visitor.SignInAsync(email, Password);
        await visitor.SeesAsync("API keys");
        return visitor;
    }
}

/// <summary>A server with an operator, for the tests of a class that keep to users of their own.</summary>
public class WebServer : IAsyncLifetime
{
    public ResumaiApp App { get; private set; } = null!;
    public string Operator { get; private set; } = "";
    public Guid OperatorAccount { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await ResumaiApp.StartAsync(Settings, Workers.None);
        (Operator, OperatorAccount) = await App.UserAsync(isOperator: true);
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>As in <c>resumai.json</c>.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>What the tests find in it.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
