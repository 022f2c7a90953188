using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Bench.Seed;
using Resumai.Master;
using Resumai.Server;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

// Fills a data folder for bench/display.sh: an account with completed CVs, written as the worker writes them, and another account's CVs
// beside it. Prints the first account's key.
if (args is not [var folder, var number] || !int.TryParse(number, out var count))
{
    Console.Error.WriteLine("Usage: Resumai.Bench.Seed DATA_FOLDER NUMBER_OF_CVS");
    return 2;
}
var configuration = ServerConfiguration.Load(folder, urls: null);
await using var services = (ServiceProvider)new DefaultServiceProviderFactory().CreateServiceProvider(
    new ServiceCollection().AddLogging().AddCore(configuration, configuration.Reader()));
await services.PrepareDatabaseAsync();
var key = await FillAsync("bench@company.example", count, seed: 1);
await FillAsync("other@company.example", count / 10, seed: 2);
Console.WriteLine(key);
return 0;

async Task<string> FillAsync(string email, int number, int seed)
{
    var cvs = new RandomCvs(seed);
    var databases = services.GetRequiredService<IDbContextFactory<ServerDb>>();
    await using var db = await databases.CreateDbContextAsync();
    await using var transaction = await db.BeginWriteAsync();
    var account = (await services.GetRequiredService<AccountOpening>().OpenAsync(db, email, Tier.Paid, credits: 0, isOperator: false))!;
    var issued = await services.GetRequiredService<KeyIssuer>().IssueAsync(db, account.Id, KeyEnvironment.Live, "bench", [Scopes.DataRead]);
    for (var i = 0; i < number; i++)
    {
        var (asset, record) = cvs.Next(account.Id, i);
        db.Assets.Add(asset);
        db.Masters.Add(new MasterRow
        {
            AssetId = asset.Id,
            AccountId = account.Id,
            Record = RecordBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord)),
            Revision = 1,
            UpdatedAt = asset.UploadedAt,
        });
        await db.SaveChangesAsync();
        await DisplayIndex.WriteAsync(db, asset, record);
        db.ChangeTracker.Clear();
    }
    await transaction.CommitAsync();
    return issued.Text;
}
