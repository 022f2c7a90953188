using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>Collects lines into sections, for the main column and the sidebar apart.</summary>
internal sealed class SectionWriter
{
    private readonly List<Draft> _drafts = [];
    private readonly Draft?[] _current = new Draft?[2];
    private IReadOnlyList<Draft> _columns = [];
    private int _stream;

    /// <summary>What follows stands in the sidebar or in the main column.</summary>
    public void Turn(bool sidebar) => _stream = sidebar ? 1 : 0;

    /// <summary>A block that is a section by itself.</summary>
    public void Add(SectionKind kind, IReadOnlyList<TextLine> lines)
    {
        var draft = _drafts.Find(d => d.Kind == kind && d.Lines.Count > 0 && d.Lines[0].Page == lines[0].Page && d.Heading is null);
        if (draft is null) _drafts.Add(draft = new Draft(kind, null));
        draft.Lines.AddRange(lines);
    }

    public void Begin(Heading heading)
    {
        _columns = [];
        var draft = new Draft(heading.Kind, heading.Span) { Trust = heading.Trust, Rest = heading.Rest, Before = _current[_stream] };
        if (heading.Inline) draft.Resume = _current[_stream]?.Kind ?? SectionKind.Top;
        _drafts.Add(draft);
        _current[_stream] = draft;
    }

    /// <summary>Several headings beside each other: what stands under each is its section.</summary>
    public void BeginColumns(IReadOnlyList<Heading> headings)
    {
        _columns = [.. headings.Select(h => new Draft(h.Kind, h.Span))];
        _drafts.AddRange(_columns);
        _current[_stream] = _columns[^1];
    }

    public void Add(TextLine line)
    {
        if (_columns.Count > 0)
        {
            foreach (var segment in line.Segments())
            {
                if (line.Part(segment.Start, segment.End) is { } part) Nearest(segment).Lines.Add(part);
            }
            return;
        }
        var draft = _current[_stream];
        if (draft is { Resume: { } kind, Lines.Count: > 0 } && (line.GapAbove >= 0.5 || line.Text.IndexOf(':') is > 2 and < 40))
        {
            draft = null;
            _drafts.Add(_current[_stream] = new Draft(kind, null));
        }
        if ((draft ?? _current[_stream]) is not { } target) _drafts.Add(_current[_stream] = target = new Draft(SectionKind.Top, null));
        target.Lines.Add(line);
    }

    public IReadOnlyList<Section> Sections()
    {
        var kept = _drafts.FindAll(d => d.Lines.Count > 0 || d.Heading is not null);
        return [.. kept.Select(d => new Section(d.Kind, d.Heading, d.Lines) { Trust = d.Trust, HeadingRest = d.Rest, Before = d.Before is { } before && kept.IndexOf(before) is >= 0 and var at ? at : null })];
    }

    private Draft Nearest(TextSpan segment) =>
        segment.Line.Box.IsNone ? _columns[0] : _columns.MinBy(d => Math.Abs(d.Heading!.Value.Box.Left - segment.Box.Left))!;

    private sealed class Draft(SectionKind kind, TextSpan? heading)
    {
        public SectionKind Kind => kind;
        public TextSpan? Heading => heading;
        public List<TextLine> Lines { get; } = [];
        public HeadingTrust Trust { get; init; }
        public TextLine? Rest { get; init; }
        public Draft? Before { get; init; }
        /// <summary>The kind that goes on after a heading that heads only its own line.</summary>
        public SectionKind? Resume { get; set; }
    }
}
