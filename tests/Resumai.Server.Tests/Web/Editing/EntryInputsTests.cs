using System.Text.Json.Nodes;
using Resumai.Master;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Web.Pages.Cvs;
using Resumai.Server.Web.Pages.Cvs.Editing;

namespace Resumai.Server.Tests.Web.Editing;

/// <summary>What somebody has typed, on a record that has changed under it.</summary>
public sealed class EntryInputsTests
{
    private static readonly Experience Baker = new() { Title = "Baker", Employer = "Mill & Sons", StartDate = "2019", EndDate = "2020-12", DurationMonths = 24, Skills = ["kneading"] };
    private static readonly Experience Miller = new() { Title = "Miller", Employer = "Old Mill", StartDate = "2015" };

    [Fact]
    public void An_entry_is_found_again_where_another_was_put_before_it()
    {
        var (now, isOther) = Typed(Baker, "title", "Master baker").Onto(Posts(Miller, Baker));

        (now.Pointer, isOther).ShouldBe(("/experience/1", false));
        ChangesOf(now).ShouldBe([("/experience/1/title", "Master baker")]);
    }

    [Fact]
    public void What_was_not_touched_is_as_the_record_has_it_now()
    {
        var (now, isOther) = Typed(Baker, "title", "Master baker").Onto(Posts(Baker with { Employer = "Mill and Sons" }));

        isOther.ShouldBeTrue();
        Value(now, "employer").ShouldBe("Mill and Sons");
        ChangesOf(now).ShouldBe([("/experience/0/title", "Master baker")]);
    }

    [Fact]
    public void An_entry_that_is_gone_is_added_with_all_it_had()
    {
        var (now, isOther) = Typed(Baker, "title", "Master baker").Onto(Posts(Miller));

        (now.IsNew, isOther).ShouldBe((true, true));
        var added = now.Addition("/experience").ShouldHaveSingleItem();
        (added.Name, added.Path, added.Value!["title"]!.ToString(), added.Value["employer"]!.ToString(), added.Value["skills"]![0]!.ToString())
            .ShouldBe(("add", "/experience/-", "Master baker", "Mill & Sons", "kneading"));
        added.Value.AsObject().ShouldNotContain(p => p.Key == "duration_months", "the server counts it");
        // And once more: it stays what it is.
        now.Onto(Posts(Miller, Miller)).Form.ShouldBeSameAs(now);
    }

    [Fact]
    public void What_was_typed_into_the_empty_place_of_a_list_stays_in_one_though_the_list_has_grown()
    {
        var form = Form("contact", Contact("1"));
        form.All.Single(i => i.Pointer == "/contact/phones/1/raw").Value = "0113 496 0000";

        var (now, _) = form.Onto(new CvPart("contact", [new CvEntry("/contact", Contact("1", "2"), [])], null));

        now.All.Where(i => i.Pointer.StartsWith("/contact/phones", StringComparison.Ordinal) && i.Shape.Name == "raw").Select(i => i.Value).ShouldBe(["1", "2", "0113 496 0000"]);
    }

    private static EntryInputs Typed(Experience post, string field, string value)
    {
        var form = EntryInputs.Of("experience", Posts(post).Entries[0].Node, "/experience/0");
        form.All.Single(i => i.Pointer == $"/experience/0/{field}").Value = value;
        return form;
    }

    private static EntryInputs Form(string part, JsonNode node) => EntryInputs.Of(part, node, "/" + part);

    private static IEnumerable<(string, string)> ChangesOf(EntryInputs form) => form.Changes().Select(c => (c.Path, c.Value!.ToString()));

    private static JsonNode Contact(params string[] phones) =>
        CorrectedRecord.Node(new MasterRecord { Contact = new Contact { FullName = "Ada", Phones = [.. phones.Select(p => new Phone(p, null, null))] } })["contact"]!;

    private static CvPart Posts(params Experience[] posts) =>
        new("experience", [.. CorrectedRecord.Node(new MasterRecord { Experience = posts })["experience"]!.AsArray().Select((n, i) => new CvEntry($"/experience/{i}", n, []))], null);

    private static string Value(EntryInputs form, string field) => form.All.Single(i => i.Pointer == $"{form.Pointer}/{field}").Value;
}
