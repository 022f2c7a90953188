using Resumai.SecondOpinion.Tests;
using Resumai.Server.Settings;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

public class SecondOpinionTests
{
    /// <summary>An employer stands where the parser does not see one.</summary>
    private static byte[] Doubtful() => Documents.Pdf($"Ada Lindqvist {Guid.NewGuid():N}", "Experience", "2019 - 2023", "Accountant", "Kept the books of the house.");

    [Fact]
    public async Task Doubtful_lines_are_asked_about_and_the_record_is_stored_whatever_the_answer()
    {
        await using var service = ChatService.Saying("nonsense");
        await using var app = await ResumaiApp.StartAsync([("SecondOpinion:Address", service.Address.ToString()), ("SecondOpinion:Model", "m"), ("SecondOpinion:Key", "k")]);
        var account = await app.AccountAsync(credits: 1);

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Doubtful()))).Text("status").ShouldBe("completed");

        service.Requests.ShouldHaveSingleItem().ShouldContain("Accountant");
    }

    [Fact]
    public async Task A_service_that_never_answers_holds_a_document_no_longer_than_the_limit()
    {
        await using var service = ChatService.Silent();
        await using var app = await ResumaiApp.StartAsync([("SecondOpinion:Address", service.Address.ToString()), ("SecondOpinion:Model", "m"), ("SecondOpinion:TimeLimitSeconds", "1")]);
        var account = await app.AccountAsync(credits: 1);

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Doubtful()))).Text("status").ShouldBe("completed");

        service.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_address_without_a_model_is_not_started_with()
    {
        var error = await Should.ThrowAsync<InvalidSettingsException>(() => ResumaiApp.StartAsync([("SecondOpinion:Address", "http://127.0.0.1:1/v1")]));

        error.Message.ShouldContain("SecondOpinion:Model");
    }
}
