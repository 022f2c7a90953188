using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>The marks of list items ([MS-DOC] 2.4.6.3). Counts as it goes: ask in document order.</summary>
internal sealed class DocLists
{
    private const int ListLength = 28, OverrideLength = 16, LevelLength = 28, Levels = 9;
    private const int Bullet = 23, NoNumber = 255;

    private readonly Dictionary<int, Level[]> _lists = [];
    private readonly List<int> _overrides = [];
    private readonly Dictionary<(int List, int Level), int> _counts = [];

    /// <param name="lists">From the list table to the end of the stream: the levels follow the table.</param>
    public DocLists(DocBytes lists, DocBytes overrides)
    {
        var count = lists.UInt16(0);
        long at = 2 + (count * ListLength);
        for (var i = 0; i < count; i++)
        {
            var entry = 2 + (i * ListLength);
            var levels = new Level[(lists.Byte(entry + 26) & 1) == 1 ? 1 : Levels];
            for (var level = 0; level < levels.Length && at < lists.Length; level++) levels[level] = ReadLevel(lists, ref at);
            _lists.TryAdd(lists.Int32(entry), levels);
        }
        for (var i = 0; i < overrides.Int32(0) && 4 + ((i + 1) * OverrideLength) <= overrides.Length; i++) _overrides.Add(overrides.Int32(4 + (i * OverrideLength)));
    }

    /// <summary>The mark of the next item; null when the paragraph prints none.</summary>
    public string? Next(int number, int level)
    {
        if (number < 1 || number > _overrides.Count || !_lists.TryGetValue(_overrides[number - 1], out var levels)) return null;
        var format = levels[Math.Min(level, levels.Length - 1)];
        if (format.Kind is Bullet) return "•";
        if (format.Kind is NoNumber || format.Text is null) return null;

        var list = _overrides[number - 1];
        _counts[(list, level)] = _counts.TryGetValue((list, level), out var count) ? count + 1 : format.Start;
        foreach (var deeper in _counts.Keys.Where(k => k.List == list && k.Level > level).ToList()) _counts.Remove(deeper);
        var text = new StringBuilder();
        foreach (var c in format.Text)
        {
            if (c >= Levels) text.Append(c);
            else text.Append(NumberText.Of(_counts.GetValueOrDefault((list, c), 1), Style(levels[Math.Min(c, levels.Length - 1)].Kind)));
        }
        return text.ToString().Trim() is { Length: > 0 } mark ? mark : null;
    }

    /// <summary>Left indent in points that the list's level gives, null when it gives none.</summary>
    public double? Indent(int number, int level) =>
        number >= 1 && number <= _overrides.Count && _lists.TryGetValue(_overrides[number - 1], out var levels) ? levels[Math.Min(level, levels.Length - 1)].Left : null;

    private static Level ReadLevel(DocBytes lists, ref long at)
    {
        var (start, kind) = (lists.Int32(at), lists.Byte(at + 4));
        var (characters, paragraph) = (lists.Byte(at + 24), lists.Byte(at + 25));
        var left = default(DocParagraph).With(lists.Slice(at + LevelLength, paragraph)).Left;
        at += LevelLength + paragraph + characters;
        var length = lists.UInt16(at);
        var text = Encoding.Unicode.GetString(lists.Slice(at + 2, length * 2).Span);
        at += 2 + (length * 2);
        return new Level(start, kind, text, left);
    }

    private static string Style(int kind) => kind switch { 1 => "I", 2 => "i", 3 => "A", 4 => "a", _ => "1" };

    private readonly record struct Level(int Start, int Kind, string? Text, double? Left);
}
