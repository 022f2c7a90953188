using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Tests.Web;

public abstract class InvitationTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : InvitationTests(Engine.Sqlite);

    public sealed class OnPostgres() : InvitationTests(Engine.Postgres);

    [Fact]
    public async Task Of_all_who_open_the_first_links_at_once_one_becomes_the_operator()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var links = new List<string>();
        for (var i = 0; i < 3; i++) links.Add(await app.WriteAsync(db => app.Services.GetRequiredService<Invitations>().ForFirstOperatorAsync(db)));

        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => AcceptAsync(app, links[n % 3], $"person{n}@house.example")));

        made.Count(m => m).ShouldBe(1);
        (await app.ReadAsync(db => db.Accounts.CountAsync(a => a.IsOperator))).ShouldBe(1);
        (await app.ReadAsync(db => db.Users.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_link_ends_with_its_time_and_a_refused_password_leaves_it_good()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var link = await app.WriteAsync(db => app.Services.GetRequiredService<Invitations>().ForFirstOperatorAsync(db));

        (await AcceptAsync(app, link, "first@house.example", "short")).ShouldBeFalse();
        app.Time.Advance(TimeSpan.FromMinutes(59));
        (await AcceptAsync(app, link, "first@house.example")).ShouldBeTrue();
        var later = await app.WriteAsync(async db => await app.Services.GetRequiredService<Invitations>().ForAccountAsync(db, (await db.Accounts.SingleAsync()).Id, "second@house.example", UserRole.Member));
        app.Time.Advance(TimeSpan.FromDays(8));
        (await AcceptAsync(app, later, "second@house.example")).ShouldBeFalse();
    }

    private static async Task<bool> AcceptAsync(ResumaiApp app, string link, string email, string password = WebUsers.Password)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var accepted = await services.GetRequiredService<Invitations>().AcceptAsync(services.GetRequiredService<ServerDb>(), services.GetRequiredService<UserManager<User>>(),
            link.Split('/')[^1], email, password, "en", "192.0.2.7");
        return accepted?.User is not null;
    }
}
