namespace Resumai.Training;

/// <summary>Which renderings an experiment keeps from the training: families of layouts, languages or persons.</summary>
internal sealed record LeaveOut(string Group, IReadOnlySet<string> Names)
{
    /// <param name="text">"family=latex,canva"; null for none.</param>
    public static LeaveOut Parse(string? text)
    {
        if (text is null) return new LeaveOut("", new HashSet<string>());
        var parts = text.Split('=', 2);
        return new LeaveOut(parts[0], parts.Length > 1 ? parts[1].Split(',').ToHashSet() : []);
    }

    public bool Holds(Rendering rendering) => Group switch
    {
        "family" => Names.Contains(rendering.Family),
        "language" => Names.Contains(rendering.Language),
        "person" => Names.Contains(rendering.Person),
        _ => false,
    };
}
