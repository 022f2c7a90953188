using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Accounts;

public class GetAccountTests
{
    [Fact]
    public async Task The_account_tells_its_tier_credits_and_limits()
    {
        await using var app = await ResumaiApp.StartAsync([("RateLimits:Paid:PerMinute", "600"), ("RateLimits:Paid:PerDay", "50000")]);
        var account = await app.AccountAsync(credits: 7, tier: "paid");

        var body = await (await account.Http.GetAsync("account")).JsonAsync();

        body.ToJsonString().ShouldBe($$$"""{"account_id":"{{{account.Id}}}","tier":"paid","credits":7,"limits":{"per_minute":600,"per_day":50000}}""");
    }
}
