using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public abstract class UploadConflictTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : UploadConflictTests(Engine.Sqlite);

    public sealed class OnPostgres() : UploadConflictTests(Engine.Postgres);

    [Fact]
    public async Task Fifty_concurrent_uploads_with_twenty_credits_make_exactly_twenty_assets()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 20);
        var files = Enumerable.Range(0, 50).Select(_ => Documents.Pdf()).ToList();

        var responses = await Task.WhenAll(files.Select(f => account.Http.UploadAsync(f)));

        responses.CountBy(r => (int)r.StatusCode).OrderBy(p => p.Key).ShouldBe([new(202, 20), new(402, 30)]);
        await responses.First(r => (int)r.StatusCode == 402).ShouldBeProblemAsync(402, "insufficient_credits");
        (await account.CreditsAsync()).ShouldBe(0);
        (await account.LedgerSumAsync()).ShouldBe(0);
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(20);
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(20);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).Count().ShouldBe(20);
    }

    [Fact]
    public async Task Of_two_concurrent_uploads_of_the_same_bytes_one_is_a_duplicate()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var file = Documents.Pdf();

        var responses = await Task.WhenAll(account.Http.UploadAsync(file), account.Http.UploadAsync(Uploads.Form(file, "other.pdf", tags: "late")));

        responses.Select(r => (int)r.StatusCode).Order().ShouldBe([202, 409]);
        var first = await responses.Single(r => (int)r.StatusCode == 202).JsonAsync();
        var refusal = await responses.Single(r => (int)r.StatusCode == 409).ShouldBeProblemAsync(409, "duplicate_file");
        refusal.Text("asset_id").ShouldBe(first.Text("asset_id"));
        refusal.Text("asset_status").ShouldBe("queued");
        refusal.Text("uploaded_at").ShouldEndWith("Z");
        (await account.CreditsAsync()).ShouldBe(4);
        (await app.ReadAsync(db => db.Assets.CountAsync())).ShouldBe(1);
        Directory.EnumerateFiles(Path.Combine(app.DataFolder, "files"), "*", SearchOption.AllDirectories).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Duplicates_are_judged_within_an_account_and_environment_and_not_after_deletion()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var other = await app.AccountAsync(credits: 5);
        var test = app.Client((await app.KeyAsync(account.Id, KeyEnvironment.Test)).Text);
        var file = Documents.Pdf();

        var id = await account.Http.AcceptedAsync(file);
        await other.Http.AcceptedAsync(file);
        await test.AcceptedAsync(file);
        await (await account.Http.UploadAsync(file)).ShouldBeProblemAsync(409, "duplicate_file");
        (await account.Http.DeleteAsync($"files/assets/{id}")).EnsureSuccessStatusCode();
        await account.Http.AcceptedAsync(file);
    }

    [Fact]
    public async Task A_replay_gives_the_first_answer_and_charges_nothing()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var file = Documents.Pdf();

        using var first = await account.Http.UploadAsync(Uploads.Form(file, "cv.pdf", "en-US", "a", "b"), "key-1");
        using var again = await account.Http.UploadAsync(Uploads.Form(file, "cv.pdf", "en_US", "b", "a"), "key-1");

        ((int)again.StatusCode).ShouldBe(202);
        again.Header("Idempotent-Replayed").ShouldBe("true");
        first.Header("Idempotent-Replayed").ShouldBeNull();
        again.Header("Location").ShouldBe(first.Header("Location"));
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await account.CreditsAsync()).ShouldBe(4);
    }

    [Theory]
    [InlineData("bytes")]
    [InlineData("name")]
    [InlineData("tags")]
    [InlineData("locale")]
    public async Task A_key_used_for_another_upload_is_refused(string difference)
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var file = Documents.Pdf();
        (await account.Http.UploadAsync(Uploads.Form(file, "cv.pdf", "en", "a"), "key")).EnsureSuccessStatusCode();

        using var response = await account.Http.UploadAsync(difference switch
        {
            "bytes" => Uploads.Form(Documents.Pdf(), "cv.pdf", "en", "a"),
            "name" => Uploads.Form(file, "other.pdf", "en", "a"),
            "tags" => Uploads.Form(file, "cv.pdf", "en", "a", "b"),
            _ => Uploads.Form(file, "cv.pdf", "de", "a"),
        }, "key");

        await response.ShouldBeProblemAsync(409, "idempotency_key_reused");
        (await account.CreditsAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task Concurrent_uploads_with_one_key_make_one_asset()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 9);
        var file = Documents.Pdf();

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.Http.UploadAsync(file, "same")));

        responses.ShouldAllBe(r => (int)r.StatusCode == 202);
        responses.Count(r => r.Header("Idempotent-Replayed") == "true").ShouldBe(7);
        (await account.CreditsAsync()).ShouldBe(8);
    }

    [Fact]
    public async Task A_second_request_gives_up_waiting_for_the_first()
    {
        var gate = new SlowFiles();
        await using var app = await StartAsync([("Idempotency:WaitSeconds", "0")], services =>
        {
            Workers.None(services);
            gate.PutBefore(services);
        });
        var account = await app.AccountAsync(credits: 9);
        var file = Documents.Pdf();

        var first = account.Http.UploadAsync(file, "same");
        await gate.Reached.WaitAsync(Eventually.Longest);
        using var second = await account.Http.UploadAsync(file, "same");
        gate.Open();

        (await second.ShouldBeProblemAsync(409, "idempotency_in_progress")).ShouldNotBeNull();
        second.Header("Retry-After").ShouldBe("1");
        ((int)(await first).StatusCode).ShouldBe(202);
        (await account.Http.UploadAsync(file, "same")).Header("Idempotent-Replayed").ShouldBe("true");
    }

    [Fact]
    public async Task A_duplicate_is_replayed_as_a_duplicate()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var file = Documents.Pdf();
        var id = await account.Http.AcceptedAsync(file);
        await (await account.Http.UploadAsync(file, "dup")).ShouldBeProblemAsync(409, "duplicate_file");
        (await account.Http.DeleteAsync($"files/assets/{id}")).EnsureSuccessStatusCode();

        using var again = await account.Http.UploadAsync(file, "dup");

        ((int)again.StatusCode).ShouldBe(409);
        again.Header("Idempotent-Replayed").ShouldBe("true");
        (await again.JsonAsync()).Text("asset_id").ShouldBe(id.ToString());
    }

    [Fact]
    public async Task What_was_refused_for_credits_may_be_tried_again_with_the_same_key()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 0);
        var file = Documents.Pdf();
        await (await account.Http.UploadAsync(file, "key")).ShouldBeProblemAsync(402, "insufficient_credits");
        await app.WriteAsync(db => ((Resumai.Server.Accounts.Wallet)app.Services.GetService(typeof(Resumai.Server.Accounts.Wallet))!).GrantAsync(db, account.Id, 1));

        using var response = await account.Http.UploadAsync(file, "key");

        ((int)response.StatusCode).ShouldBe(202);
    }
}
