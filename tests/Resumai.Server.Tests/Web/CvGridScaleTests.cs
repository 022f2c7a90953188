using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>The grid over an account with very many CVs, looked at in the browser; writes what it measured (docs/app.md).</summary>
public sealed class CvGridScaleTests(WebServer server, ITestOutputHelper output) : IClassFixture<WebServer>
{
    private const int Rows = 100_000;

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_hundred_thousand_rows_are_there_at_once_and_scroll()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await FillAsync(account.Id);
        await using var visitor = await server.App.VisitorAsync(account);
        await visitor.GoAsync("/cvs");

        foreach (var path in (string[])["/cvs", "/cvs?sort=full_name", "/cvs?sort=city", "/cvs?country=NL"])
        {
            var times = new List<double>();
            for (var i = 0; i < 5; i++)
            {
                var watch = Stopwatch.StartNew();
                await visitor.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
                await visitor.Page.Locator("tbody tr td a").First.WaitForAsync();
                times.Add(watch.Elapsed.TotalMilliseconds);
                await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            }
            Tell($"{path}: first rows", times);
            times.Clear();
            // Under open filters the table begins below the window.
            await visitor.Page.Locator(".tall").EvaluateAsync("e => e.scrollIntoView()");
            foreach (var share in (double[])[0.5, 0.1, 0.9, 0.3, 1, 0.02, 0.75])
            {
                var watch = Stopwatch.StartNew();
                await visitor.Page.Locator(".tall").EvaluateAsync("(e, share) => e.scrollTop = share * e.scrollHeight", share);
                await visitor.Page.WaitForFunctionAsync("""
                    () => {
                      const box = document.querySelector('.tall').getBoundingClientRect();
                      const row = document.elementFromPoint(box.left + 200, box.top + box.height / 2)?.closest('tr');
                      return row?.querySelector('td a') != null;
                    }
                    """, null, new PageWaitForFunctionOptions { PollingInterval = 5 });
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            Tell($"{path}: rows after a jump", times);
        }
    }

    private void Tell(string what, List<double> times)
    {
        var each = string.Join(' ', times.Select(t => t.ToString("0", CultureInfo.InvariantCulture)));
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0} ms, longest {times[^1]:0} ms, in turn {each}"));
    }

    /// <summary>Rows alone, without what searches for words and parts of titles look in.</summary>
    private async Task FillAsync(Guid account)
    {
        string[] titles = ["Baker", "Miller", "Locksmith", "Weaver", "Gardener"], cities = ["Leeds", "Ghent", "Porto", "Lyon", "Utrecht", "Gdańsk"], countries = ["GB", "BE", "PT", "FR", "NL", "PL"];
        for (var from = 0; from < Rows; from += 5_000)
        {
            await server.App.WriteAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var i = from; i < from + 5_000; i++)
                {
                    var asset = Seeds.AssetOf(account, new SeededCv(new MasterRecord()) { Filename = $"cv-{i}.pdf", UploadedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(i) });
                    db.Assets.Add(asset);
                    db.DisplayRows.Add(DisplayRowMaker.From(asset, new MasterRecord
                    {
                        Contact = new Contact { FullName = $"Person {i * 7919 % Rows:000000}", Emails = [$"p{i}@people.example"], Location = new Resumai.Master.Location(City: cities[i % 6], CountryCode: countries[i % 6]) },
                        Skills = [new Skill { Name = "Kneading" }, new Skill { Name = "Milling" }, new Skill { Name = "Welding" }],
                        Totals = new Totals(i % 400, 0, "bachelor", titles[i % 5], $"Example Works {i % 1000}"),
                        Confidence = i % 100 / 100.0,
                    }));
                }
                await db.SaveChangesAsync();
                return 0;
            });
        }
    }
}
