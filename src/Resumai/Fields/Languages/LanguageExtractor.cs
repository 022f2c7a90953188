using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Sections;

namespace Resumai.Fields.Languages;

/// <summary>
/// Reads a languages section: "English – C1", "Muttersprache: Deutsch", several on a line, level under the name, a row of names
/// above a row of levels, a group head ("Fluent") above names, the Europass grid. Stateless and thread-safe.
/// </summary>
public static class LanguageExtractor
{
    /// <param name="language">ISO 639-1 of the document, null when unknown.</param>
    /// <returns>In printed order; each language once.</returns>
    public static IReadOnlyList<LanguageDraft> Extract(Section section, string? language)
    {
        var reading = new Reading(language);
        foreach (var line in WrappedLines.Join(section.Lines)) reading.Add(line);
        return reading.Drafts();
    }

    /// <summary>The state of one pass over a section's lines.</summary>
    private sealed class Reading(string? language)
    {
        private readonly List<Entry> _entries = [];
        private List<Entry> _last = [];
        private TextSpan? _groupLevel;
        private IReadOnlyList<string>? _head;

        public void Add(TextLine line)
        {
            if (AssessmentGrid.Head(line.Text, language) is { } head)
            {
                _head = head;
                return;
            }
            var read = LanguageLine.Read(line, language);
            if (read.Languages.Count == 0) AddLevels(line);
            else AddLanguages(read);
        }

        public IReadOnlyList<LanguageDraft> Drafts()
        {
            var drafts = new List<LanguageDraft>();
            foreach (var entry in _entries)
            {
                var draft = entry.Draft(_head, language);
                var same = drafts.FindIndex(d => d.Code is null ? d.Name.Value == draft.Name.Value : d.Code == draft.Code);
                if (same < 0) drafts.Add(draft);
                else if (drafts[same].Level is null && draft.Level is not null) drafts[same] = draft;
            }
            return drafts;
        }

        private void AddLanguages(LanguageLine line)
        {
            var before = LevelText.Of(line.Before, language);
            var levelsLead = before is { } first && LanguageLevels.Of(first.Text, language) is not null;
            if (!levelsLead && before is not null && _groupLevel is null && IsRemark(line)) return;

            _last = [];
            var level = levelsLead ? before : null;
            foreach (var (name, code, after) in line.Languages)
            {
                var own = LevelText.Of(after, language);
                _last.Add(new Entry(name, code, levelsLead ? level : own ?? _groupLevel));
                if (levelsLead && own is not null) level = own;
            }
            if (levelsLead && line.Languages.Count == 1 && LevelText.Of(line.Languages[0].After, language) is { } printed
                && LanguageLevels.Of(printed.Text, language) is not null)
            {
                _last[0].Level = printed;
            }
            _entries.AddRange(_last);
        }

        /// <summary>A line without names: levels of the names above it, one a segment, or the head of a group.</summary>
        private void AddLevels(TextLine line)
        {
            var levels = line.Segments().Select(s => LevelText.Of(s, language)).OfType<TextSpan>().ToList();
            if (levels.Count == 0) return;
            var open = _last.Where(e => e.Level is null || e.Level == _groupLevel).ToList();
            if (open.Count > 0 && open.Count == _last.Count && _groupLevel is null)
            {
                if (open.Count == 1 && LevelText.Of(line.Whole, language) is { } whole && Says(whole)) open[0].Level = whole;
                else if (open.Count == levels.Count && levels.TrueForAll(Says)) for (var i = 0; i < open.Count; i++) open[i].Level = levels[i];
                return;
            }
            if (levels.Count == 1 && Says(levels[0]) && LanguageLevels.IsOnlyLevel(levels[0].Text, language) && (_entries.Count == 0 || _groupLevel is not null)) _groupLevel = levels[0];
        }

        private bool Says(TextSpan level) => LanguageLevels.Of(level.Text, language) is not null;

        /// <summary>A sentence or certificate that names a language listed already ("Goethe certificate in German, 2014").</summary>
        private bool IsRemark(LanguageLine line) =>
            line.Languages.All(l => _entries.Exists(e => e.Code == l.Code)) && _entries.Count > 0;
    }

    private sealed class Entry(TextSpan name, string? code, TextSpan? level)
    {
        public string? Code { get; } = code;
        public TextSpan? Level { get; set; } = level;

        public LanguageDraft Draft(IReadOnlyList<string>? head, string? language)
        {
            var confidence = Code is null ? 0.7 : Level is null ? 0.85 : 0.95;
            var text = Level?.Text ?? "";
            var grid = AssessmentGrid.Row(text, head, language);
            var value = grid is null ? LanguageLevels.Of(text, language) : AssessmentGrid.Overall(text);
            var raw = Level is { } span ? new Found<string>(text.Replace('\t', ' '), value is null ? 0.6 : 0.9, span) : null;
            return new LanguageDraft(new Found<string>(name.Text, confidence, name), Code, value, raw, grid);
        }
    }
}
