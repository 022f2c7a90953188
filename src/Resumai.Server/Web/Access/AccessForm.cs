using Resumai.Server.Accounts;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Access;

/// <summary>What somebody who asks for access filled in.</summary>
public sealed class AccessForm
{
    public const int LongestText = 2_000;
    public const int LongestLine = 200;
    private const int ShortestUseCase = 10;

    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Company { get; set; }
    public string? UseCase { get; set; }
    public string? Volume { get; set; }
    public string? Tooling { get; set; }

    /// <summary>What is wrong: the field, and the key of the text that says it. Empty: it can be sent.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>();
        if (!IsLine(Name, 1)) faults[nameof(Name)] = "access.line";
        if (!AccountOpening.IsAddress(Email?.Trim() ?? "")) faults[nameof(Email)] = "email.refused";
        if (!IsLine(Company, 1)) faults[nameof(Company)] = "access.line";
        if (UseCase?.Trim() is not { Length: >= ShortestUseCase and <= LongestText }) faults[nameof(UseCase)] = "access.use_case_refused";
        if (!MonthlyVolume.All.Contains(Volume)) faults[nameof(Volume)] = "access.volume_refused";
        if (!IsLine(Tooling, 0)) faults[nameof(Tooling)] = "access.line";
        return faults;
    }

    private static bool IsLine(string? text, int shortest) =>
        (text ?? "").Trim() is var line && line.Length >= shortest && line.Length <= LongestLine && !line.Any(char.IsControl);
}
