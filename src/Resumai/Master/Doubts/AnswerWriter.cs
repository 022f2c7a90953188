using Resumai.Normalize.Levels;

namespace Resumai.Master.Doubts;

/// <summary>
/// Puts answers into a record. An answer only points at printed lines, so nothing can come in that is not on the page; what does not point at
/// lines of its block, or claims lines that another value has, is left aside. Stateless.
/// </summary>
public static class AnswerWriter
{
    /// <summary>What a value counts that was chosen by a second opinion; it is no measured share.</summary>
    public const double Confidence = 0.75;

    private const int LongestValue = 200;

    public static MasterRecord Apply(MasterRecord record, IReadOnlyList<DoubtfulBlock> blocks, IReadOnlyList<LineAnswer> answers)
    {
        var evidence = new Dictionary<string, Evidence>(record.Evidence ?? new Dictionary<string, Evidence>());
        var (posts, studies) = (record.Experience.ToArray(), record.Education.ToArray());
        foreach (var given in answers.Where(a => a.Block >= 1 && a.Block <= blocks.Count).GroupBy(a => a.Block))
        {
            var block = blocks[given.Key - 1];
            var usable = given.Where(a => IsUsable(block, a)).ToArray();
            // A line cannot be two things at once, nor a key two lines: such an answer is no answer.
            if (usable.SelectMany(a => a.Lines).GroupBy(l => l).Any(g => g.Count() > 1) || usable.GroupBy(a => a.Key).Any(g => g.Count() > 1)) continue;
            foreach (var answer in usable)
            {
                var lines = answer.Lines.Select(l => block.Lines[l - 1]).ToArray();
                var text = string.Join(' ', lines.Select(l => l.Text));
                if (Holds(record, block, answer.Key, text)) continue;
                if (block.List == "experience" && block.Index < posts.Length) posts[block.Index] = With(posts[block.Index], answer.Key, text);
                else if (block.List == "education" && block.Index < studies.Length) studies[block.Index] = With(studies[block.Index], answer.Key, text);
                else continue;
                evidence[$"/{block.List}/{block.Index}/{answer.Key}"] = new Evidence(Confidence, lines[0].Page, [.. lines.Select(l => l.Box).OfType<double[]>()], text, lines[0].Paragraph) { SecondOpinion = true };
            }
        }
        var current = posts.FirstOrDefault(p => p.IsCurrent && p.Employer is not null) ?? posts.FirstOrDefault(p => p.IsCurrent);
        return record with
        {
            Experience = posts,
            Education = studies,
            Evidence = evidence,
            Totals = record.Totals with { CurrentTitle = current?.Title, CurrentEmployer = current?.Employer, HighestDegreeLevel = RecordTotals.HighestLevel(studies) },
        };
    }

    private static bool IsUsable(DoubtfulBlock block, LineAnswer answer)
    {
        if (!block.Keys.Contains(answer.Key) || answer.Lines.Count is 0 or > 3 || answer.Lines.Any(l => l < 1 || l > block.Lines.Count)) return false;
        if (answer.Lines.Zip(answer.Lines.Skip(1)).Any(pair => pair.Second != pair.First + 1)) return false;
        var text = answer.Lines.Select(l => block.Lines[l - 1].Text).ToArray();
        return text.Sum(t => t.Length) <= LongestValue && text.Any(t => t.Any(char.IsLetter));
    }

    private static bool Holds(MasterRecord record, DoubtfulBlock block, string key, string text) =>
        record.Evidence?.GetValueOrDefault($"/{block.List}/{block.Index}/{key}") is { } known && known.Text == text;

    /// <summary>What was derived from the value before goes with it.</summary>
    private static Experience With(Experience post, string key, string text) => key switch
    {
        "title" => post with { Title = text, NormalizedTitle = null, Seniority = null },
        "employer" => post with { Employer = text },
        _ => post,
    };

    private static Education With(Education study, string key, string text) => key switch
    {
        "institution" => study with { Institution = text },
        "field_of_study" => study with { FieldOfStudy = text },
        "degree" when DegreeLevel.Of(text) is var level => study with { Degree = text, DegreeLevel = level?.Level, EqfLevel = level?.Eqf },
        _ => study,
    };
}
