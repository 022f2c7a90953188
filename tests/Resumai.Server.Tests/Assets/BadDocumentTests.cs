using Microsoft.EntityFrameworkCore;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public class BadDocumentTests
{
    [Theory]
    [InlineData("encrypted", "encrypted_document", "read")]
    [InlineData("cut", "corrupt_document", "read")]
    [InlineData("blank", "no_text_found", "layout")]
    public async Task A_document_that_cannot_be_parsed_fails_with_a_reason_and_gives_its_credit_back(string kind, string code, string stage)
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var file = kind switch { "encrypted" => Documents.EncryptedPdf(), "cut" => Documents.CutPdf(), _ => Documents.Pdf([]) };

        var id = await account.Http.AcceptedAsync(file);
        (await account.CreditsAsync()).ShouldBeLessThanOrEqualTo(1);
        var status = await account.Http.FinalStatusAsync(id);

        status.Text("status").ShouldBe("failed");
        status["error"]!.Text("code").ShouldBe(code);
        status["error"]!.Text("message").ShouldEndWith(".");
        var tasks = status["tasks"]!.AsArray().ToDictionary(t => t!.Text("name"), t => t!);
        tasks[stage].Text("status").ShouldBe("failed");
        tasks[stage]["finished_at"].ShouldNotBeNull();
        tasks["store"].Text("status").ShouldBe("skipped");
        tasks["store"]["started_at"].ShouldBeNull();

        (await account.CreditsAsync()).ShouldBe(1);
        var movements = (await (await account.Http.GetAsync("account/ledger")).JsonAsync())["items"]!.AsArray();
        movements.Where(m => m!["asset_id"]?.GetValue<string>() == id.ToString())
            .Select(m => (m!.Text("kind"), m!["credits"]!.GetValue<int>())).ShouldBe([("refund", 1), ("charge", -1)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_failed_document_may_be_uploaded_again()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 1);
        var file = Documents.EncryptedPdf();
        await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(file));

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(file))).Text("status").ShouldBe("failed");

        (await account.CreditsAsync()).ShouldBe(1);
        (await app.ReadAsync(db => db.Ledger.CountAsync(l => l.Kind == "refund"))).ShouldBe(2);
    }

    [Fact]
    public async Task Bad_documents_do_not_stop_the_good_ones_after_them()
    {
        await using var app = await ResumaiApp.StartAsync();
        var account = await app.AccountAsync(credits: 9);
        await account.Http.AcceptedAsync(Documents.CutPdf());
        await account.Http.AcceptedAsync(Documents.EncryptedPdf());

        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
    }
}
