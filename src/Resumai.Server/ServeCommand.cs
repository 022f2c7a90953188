using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Admin;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server;

/// <summary><c>serve</c>: API and worker, until a signal; then requests and jobs have 30 s to end.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string?>("--urls") { Description = $"Addresses to listen on, separated by semicolons ({ServerConfiguration.DefaultUrl})." };
        var data = new Option<string?>("--data") { Description = $"The data folder (RESUMAI_DATA, else {ServerConfiguration.DefaultData})." };
        var role = AdminOptions.OneOf("--role", $"What this server does: api answers, worker parses, {ServerRole.Default} does both ({ServerRole.Default}).", ServerRole.Names);
        var command = new Command("serve", "Runs the server.") { urls, data, role };
        command.SetAction((arguments, stop) =>
        {
            var given = new Dictionary<string, string?>();
            if (arguments.GetValue(role) is { } name) given[ServerRole.Key] = name;
            return RunAsync(ServerConfiguration.Load(arguments.GetValue(data), arguments.GetValue(urls), given), stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(ServerConfiguration configuration, CancellationToken stop)
    {
        await using var app = ServerHost.Build(configuration);
        await StartAsync(app, configuration, stop);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses) Console.Out.WriteLine($"Resumai listens on {address}");
        if (app.Services.GetRequiredService<ServerRole>().Serves) await GreetAsync(app, configuration, addresses.First(), stop);
        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    /// <summary>What a server without an operator or without accounts wants to be told.</summary>
    private static async Task GreetAsync(WebApplication app, ServerConfiguration configuration, string address, CancellationToken stop)
    {
        if (!await app.Services.GetRequiredService<FirstOperator>().IsThereAsync(stop))
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(stop);
            await using var write = await db.BeginWriteAsync(stop);
            var path = await app.Services.GetRequiredService<Invitations>().ForFirstOperatorAsync(db, stop);
            await write.CommitAsync();
            Console.Out.WriteLine($"Nobody operates this server yet. Whoever opens this link first, within the hour, does: {address}{path}");
        }
        if (await IsFirstStartAsync(app, stop))
        {
            Console.Out.WriteLine("Or make an account and a key here:");
            Console.Out.WriteLine($"  ./resumai admin create-account --email you@company.example --credits 100 --operator --data '{configuration.Data.Path}'");
            Console.Out.WriteLine($"  ./resumai admin create-key --email you@company.example --data '{configuration.Data.Path}'");
        }
    }

    private static async Task StartAsync(WebApplication app, ServerConfiguration configuration, CancellationToken stop)
    {
        try
        {
            await app.PrepareAndStartAsync(stop);
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: AddressInUseException })
        {
            // What was started before the addresses were taken ends in order.
            await app.StopAsync(CancellationToken.None);
            throw new InvalidSettingsException([$"Urls: {string.Join(", ", configuration.Urls)} cannot be listened on ({(e.InnerException ?? e).Message})"]);
        }
    }

    private static async Task<bool> IsFirstStartAsync(WebApplication app, CancellationToken stop)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(stop);
        return !await db.Accounts.AnyAsync(stop);
    }
}
