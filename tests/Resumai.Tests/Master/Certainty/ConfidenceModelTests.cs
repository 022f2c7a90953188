using Resumai.Master.Certainty;

namespace Resumai.Tests.Master.Certainty;

public class ConfidenceModelTests
{
    [Fact]
    public void A_probability_never_falls_as_the_score_rises()
    {
        var field = new CalibratedField(new LogisticModel([1]), [-1, 0, 2], [0.2, 0.5, 0.9]);

        var along = Enumerable.Range(-30, 70).Select(i => field.Probability([i / 10.0])).ToArray();

        along.Zip(along.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
        (along[0], along[^1], field.Probability([1])).ShouldBe((0.2, 0.9, 0.7));
    }

    [Fact]
    public void The_steps_of_every_field_rise_within_0_and_1()
    {
        var steps = LogisticModel.Rows("confidence.weights.tsv").Where(r => r[1] == "at").GroupBy(r => r[0], r => (Score: LogisticModel.Number(r[2]), Share: LogisticModel.Number(r[3]))).ToArray();

        steps.Length.ShouldBeGreaterThan(15);
        foreach (var field in steps)
        {
            var list = field.ToArray();
            list.Length.ShouldBeGreaterThan(1);
            list.Zip(list.Skip(1)).ShouldAllBe(pair => pair.First.Score < pair.Second.Score && pair.First.Share <= pair.Second.Share, field.Key);
            list.ShouldAllBe(s => s.Share > 0 && s.Share < 1);
        }
    }

    [Fact]
    public void A_field_without_a_model_shares_that_of_its_like_and_else_that_of_all()
    {
        var model = new ConfidenceModel(
            new Dictionary<string, CalibratedField> { ["/a"] = Always(0.7), [ConfidenceModel.AnyField] = Always(0.5) },
            new Dictionary<string, string> { ["/b"] = "/a" });

        (model.Probability("/a", [1]), model.Probability("/b", [1]), model.Probability("/c", [1])).ShouldBe((0.7, 0.7, 0.5));
    }

    [Fact]
    public void Fields_that_share_a_model_name_one_that_is_written() =>
        ConfidenceModel.ReadLikes().Keys.ShouldAllBe(k => k.StartsWith('/'));

    private static CalibratedField Always(double share) => new(new LogisticModel([0]), [0, 1], [share, share]);
}
