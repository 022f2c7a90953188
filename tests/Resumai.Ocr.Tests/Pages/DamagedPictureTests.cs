using System.Diagnostics;

namespace Resumai.Ocr.Tests.Pages;

public class DamagedPictureTests
{
    public static TheoryData<string> Formats => ["Png", "Jpeg", "Tiff", "WebP", "Heic"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Damaged_pictures_never_throw_hang_or_eat_memory(string format) => Run(format, 0, 20);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Formats))]
    public void Hundreds_of_damaged_pictures_never_throw_hang_or_eat_memory(string format) => Run(format, 20, 200);

    private static void Run(string format, int from, int to)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [DamagedPictures.Verb, format, $"{from}", $"{to}"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = child.StandardError.ReadToEndAsync();
        var output = child.StandardOutput.ReadToEndAsync();
        if (!child.WaitForExit(TimeSpan.FromMinutes(10))) child.Kill();
        child.WaitForExit();

        var lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        child.ExitCode.ShouldBe(0, $"{format}: ended after {lines.LastOrDefault()}: {errors.Result}");
        lines.Length.ShouldBe(to - from + 1);
        lines.ShouldNotContain(line => line.EndsWith(" slow", StringComparison.Ordinal));
        int.Parse(lines[^1].Split(' ')[1], null).ShouldBeLessThan(512);
        // Damage that no picture survives would test nothing but the first check.
        lines.Count(line => line.EndsWith(" opened", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo((to - from) / 20);
    }
}
