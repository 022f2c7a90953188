using Resumai.Cli.Eval.Reliability;

namespace Resumai.Cli.Tests.Eval;

public class ReliabilityTableTests
{
    [Fact]
    public void The_calibration_error_is_the_mean_distance_between_confidence_and_share_of_right_values()
    {
        ReliabilityTable.CalibrationError([.. Values(0.75, 3, 1)]).ShouldBe(0, 1e-9);
        ReliabilityTable.CalibrationError([.. Values(0.95, 1, 1)]).ShouldBe(0.45, 1e-9);
        ReliabilityTable.CalibrationError([.. Values(0.75, 3, 1), .. Values(0.95, 2, 2)]).ShouldBe(0.225, 1e-9);
    }

    [Fact]
    public void Separation_is_the_chance_that_a_right_value_is_the_surer_one()
    {
        ReliabilityTable.Separation([.. Values(0.9, 4, 0), .. Values(0.3, 0, 2)]).ShouldBe(1);
        ReliabilityTable.Separation([.. Values(0.5, 4, 4)]).ShouldBe(0.5);
        ReliabilityTable.Separation([.. Values(0.2, 3, 0), .. Values(0.8, 0, 3)]).ShouldBe(0);
    }

    private static IEnumerable<JudgedValue> Values(double confidence, int right, int wrong) =>
        Enumerable.Range(0, right + wrong).Select(i => new JudgedValue("skills", confidence, i < right));
}
