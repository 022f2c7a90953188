using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.Data;
using Resumai.Server.Lists;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Lists;

public class RowReadingTests
{
    [Fact]
    public async Task A_row_deleted_between_its_id_and_itself_leaves_its_place_to_the_next_one()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync();
        var ids = await app.SeedAsync(account, Enumerable.Range(0, 4).Select(i => new SeededCv(new MasterRecord { Confidence = i / 10.0 })));
        var order = DisplayColumn.OrderOf("confidence")!;

        var read = await app.ReadAsync(async db =>
        {
            var isFirst = true;
            return await db.DisplayRows.InOrderByIds(order, after: null, take: 3, fetch: found =>
            {
                if (isFirst) db.DisplayRows.Where(r => r.AssetId == ids[1]).ExecuteDelete();
                isFirst = false;
                return db.DisplayRows.Where(r => found.Contains(r.AssetId));
            }).ToListAsync();
        });

        read.Select(r => r.AssetId).ShouldBe([ids[0], ids[2], ids[3]]);
    }
}
