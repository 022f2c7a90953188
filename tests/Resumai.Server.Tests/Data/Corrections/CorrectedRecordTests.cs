using Resumai.Master;
using Resumai.Server.Data.Corrections;

namespace Resumai.Server.Tests.Data.Corrections;

/// <summary>What becomes of corrections when the document is parsed once more.</summary>
public class CorrectedRecordTests
{
    private static readonly DateTime At = new(2026, 5, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Experience Baker = new() { Title = "Baker", Employer = "Example Bakery", StartDate = "2019", EndDate = "2023" };
    private static readonly Experience Miller = new() { Title = "Miler", Employer = "Example Mill", StartDate = "2015-01", EndDate = "2018-12" };

    private static readonly MasterRecord Parsed = new()
    {
        AsOf = "2026-01-01",
        Contact = new Contact { FullName = "Ada Exampel" },
        Experience = [Baker, Miller],
        Evidence = new Dictionary<string, Evidence>
        {
            ["/contact/full_name"] = new(0.9, 1, [[1, 2, 3, 4]], "Ada Exampel"),
            ["/experience/0/title"] = new(0.8, 1, [[5, 6, 7, 8]], "Baker"),
            ["/experience/1/title"] = new(0.7, 2, [], "Miler"),
        },
    };

    [Fact]
    public void A_correction_whose_parsed_value_did_not_change_stays_applied()
    {
        var after = Corrected(Parsed with { Contact = new Contact { FullName = "Ada Example" } }, "/contact/full_name").After(Parsed with { Summary = "Now read." });

        after.Current.Contact.FullName.ShouldBe("Ada Example");
        after.Current.Summary.ShouldBe("Now read.");
        after.Current.Corrections!.ShouldHaveSingleItem().Conflict.ShouldBeNull();
        var evidence = after.Current.Evidence!["/contact/full_name"];
        (evidence.Validated, evidence.Confidence, evidence.Page).ShouldBe((true, 1, 1));
    }

    [Fact]
    public void One_whose_parsed_value_changed_stays_and_tells_both()
    {
        var after = Corrected(Parsed with { Contact = new Contact { FullName = "Ada Example" } }, "/contact/full_name")
            .After(Parsed with { Contact = new Contact { FullName = "A. Exampel" } });

        after.Current.Contact.FullName.ShouldBe("Ada Example");
        var correction = after.Current.Corrections!.ShouldHaveSingleItem();
        correction.Parsed!.GetValue<string>().ShouldBe("Ada Exampel");
        correction.Conflict!.Parsed!.GetValue<string>().ShouldBe("A. Exampel");
        correction.Conflict.Applied.ShouldBeTrue();

        // Written again it is decided; so is it by taking what was read.
        var kept = after.With(after.Current, ["/contact/full_name"], "key two", At.AddDays(1)).Current.Corrections!.ShouldHaveSingleItem();
        (kept.Parsed!.GetValue<string>(), kept.By, kept.Conflict).ShouldBe(("A. Exampel", "key two", null));
        after.With(after.Current with { Contact = new Contact { FullName = "A. Exampel" } }, ["/contact/full_name"], "key two", At).Current.Corrections.ShouldBeNull();
    }

    [Fact]
    public void What_the_parser_reads_right_by_itself_is_no_correction_any_more()
    {
        var right = Parsed with { Contact = new Contact { FullName = "Ada Example" } };

        Corrected(right, "/contact/full_name").After(right).Current.Corrections.ShouldBeNull();
    }

    [Fact]
    public void A_correction_follows_its_entry_when_others_come_before_it()
    {
        var corrected = Corrected(Parsed with { Experience = [Baker, Miller with { Title = "Miller" }] }, "/experience/1/title");

        var after = corrected.After(Parsed with { Experience = [new Experience { Title = "Confectioner", Employer = "Example Sweets" }, Baker, Miller], Evidence = null });

        after.Current.Experience.Select(e => e.Title).ShouldBe(["Confectioner", "Baker", "Miller"]);
        after.Current.Corrections!.ShouldHaveSingleItem().Pointer.ShouldBe("/experience/2/title");
    }

    [Fact]
    public void One_whose_entry_is_not_found_again_waits_and_changes_nothing()
    {
        var corrected = Corrected(Parsed with { Experience = [Baker, Miller with { Title = "Miller" }] }, "/experience/1/title");

        var after = corrected.After(Parsed with { Experience = [Baker] });

        after.Current.Experience.ShouldHaveSingleItem().Title.ShouldBe("Baker");
        var waiting = after.Current.Corrections!.ShouldHaveSingleItem();
        (waiting.Value!.GetValue<string>(), waiting.Conflict!.Applied).ShouldBe(("Miller", false));
        // It is back with its entry, and gone when somebody writes to the list.
        after.After(Parsed).Current.Experience[1].Title.ShouldBe("Miller");
        after.With(after.Current, ["/experience/0/title"], "key", At).Current.Corrections.ShouldBeNull();
    }

    [Fact]
    public void An_added_entry_moves_the_evidence_of_those_behind_it()
    {
        var corrected = Corrected(Parsed with { Experience = [new Experience { Title = "Confectioner", Employer = "Example Sweets", StartDate = "2024-01", IsCurrent = true }, Baker, Miller] }, "/experience/0");

        corrected.Current.Corrections!.ShouldHaveSingleItem().Pointer.ShouldBe("/experience");
        var evidence = corrected.Current.Evidence!;
        evidence["/experience/1/title"].ShouldBe(Parsed.Evidence!["/experience/0/title"]);
        evidence["/experience/2/title"].Text.ShouldBe("Miler");
        evidence["/experience/0/title"].Validated.ShouldBeTrue();
        evidence.ContainsKey("/experience/0/location").ShouldBeFalse();
        // To January 2026, both months counted; the totals follow.
        corrected.Current.Experience[0].DurationMonths.ShouldBe(25);
        (corrected.Current.Totals.CurrentTitle, corrected.Current.Totals.CurrentEmployer).ShouldBe(("Confectioner", "Example Sweets"));
    }

    private static CorrectedRecord Corrected(MasterRecord values, params string[] touched) => new CorrectedRecord(Parsed, Parsed).With(values, touched, "key one", At);
}
