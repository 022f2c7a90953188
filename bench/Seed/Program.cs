using Microsoft.EntityFrameworkCore;
using Resumai.Bench.Seed;
using Resumai.Server;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Search;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

// Fills a data folder, or the database that the settings name, for bench/display.sh: an account with completed CVs and another with a tenth
// as many beside it. What the worker makes of a record is written (display row, skills, languages, search terms), by bulk and without the
// records themselves, which the display table does not read. Prints the first account's key.
if (args is not [var folder, var number] || !int.TryParse(number, out var count))
{
    Console.Error.WriteLine("Usage: Resumai.Bench.Seed DATA_FOLDER NUMBER_OF_CVS");
    return 2;
}
const int AtOnce = 20_000;
var configuration = ServerConfiguration.Load(folder, urls: null);
var settings = configuration.Reader();
await using var services = (ServiceProvider)new DefaultServiceProviderFactory().CreateServiceProvider(
    new ServiceCollection().AddLogging().AddCore(configuration, settings));
settings.ThrowIfInvalid();
await services.PrepareDatabaseAsync();
await using var db = await services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
var (account, key) = await OpenAsync("bench@company.example");
var (other, _) = await OpenAsync("other@company.example");
await using (var bulk = await BulkWriter.OpenAsync(db))
{
    await FillAsync(bulk, account, count, seed: 1);
    await FillAsync(bulk, other, count / 10, seed: 2);
    await bulk.FinishAsync();
}
Console.WriteLine(key);
return 0;

async Task<(Guid Id, string Key)> OpenAsync(string email)
{
    await using var transaction = await db.BeginWriteAsync();
    var opened = (await services.GetRequiredService<AccountOpening>().OpenAsync(db, email, Tier.Paid, credits: 0, isOperator: false))!;
    var issued = await services.GetRequiredService<KeyIssuer>().IssueAsync(db, opened.Id, KeyEnvironment.Live, "bench", [Scopes.DataRead]);
    await transaction.CommitAsync();
    return (opened.Id, issued.Text);
}

async Task FillAsync(BulkWriter bulk, Guid owner, int cvs, int seed)
{
    var random = new RandomCvs(seed);
    for (var from = 0; from < cvs; from += AtOnce)
    {
        var made = Enumerable.Range(from, Math.Min(AtOnce, cvs - from)).Select(i => random.Next(owner, i)).ToList();
        var rows = made.Select(cv => DisplayRowMaker.From(cv.Asset, cv.Record)).ToList();
        await bulk.WriteAsync(made.Select(cv => cv.Asset));
        await bulk.WriteAsync(rows);
        await bulk.WriteAsync(made.SelectMany(cv => DisplayIndex.Skills(cv.Asset, cv.Record)));
        await bulk.WriteAsync(made.SelectMany(cv => DisplayIndex.Languages(cv.Asset, cv.Record)));
        await bulk.WriteTermsAsync(rows.Zip(made, (row, cv) => (row, SearchTokenizer.Tokens(DisplaySearchText.Of(row, cv.Record)).Union(cv.Words))));
    }
}
