namespace Resumai.Training;

/// <summary>Which renderings an experiment keeps from the training: families of layouts, languages or persons.</summary>
internal sealed record LeaveOut(string By, IReadOnlySet<string> Names)
{
    /// <param name="text">"family=latex,canva"; null for none.</param>
    public static LeaveOut Parse(string? text)
    {
        if (text is null) return new LeaveOut("", new HashSet<string>());
        var parts = text.Split('=', 2);
        return new LeaveOut(parts[0], parts.Length > 1 ? parts[1].Split(',').ToHashSet() : []);
    }

    public bool Holds(Rendering rendering) => By.Length > 0 && Names.Contains(GroupOf(rendering, By));

    public static string GroupOf(Rendering rendering, string by) => by switch
    {
        "family" => rendering.Family,
        "language" => rendering.Language,
        "person" => rendering.Person,
        _ => throw new ArgumentException($"'{by}' is no group: family, language or person.", nameof(by)),
    };
}
