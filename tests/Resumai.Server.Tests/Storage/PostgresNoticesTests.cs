using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

public class PostgresNoticesTests
{
    [Fact]
    public async Task What_one_server_tells_all_hear()
    {
        Engine.Postgres.Require();
        await using var first = await ResumaiApp.StartAsync(adjust: Workers.None, engine: Engine.Postgres);
        await using var second = await first.BesideAsync();
        var heard = new ConcurrentQueue<string>();
        foreach (var app in (ResumaiApp[])[first, second]) app.Services.GetRequiredService<INotices>().Listen(INotices.Assets, text => heard.Enqueue($"{app.Address} {text}"));
        var text = "Größe 'x' \"y\"";

        await Eventually.TrueAsync(() =>
        {
            // Until both listen, what is said is lost: that is what hints are.
            first.Services.GetRequiredService<INotices>().Send(INotices.Assets, text);
            return heard.Contains($"{first.Address} {text}") && heard.Contains($"{second.Address} {text}");
        });
    }
}
