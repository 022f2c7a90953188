namespace Resumai.Fields.Entries;

/// <summary>What a piece of an entry's head may be.</summary>
internal enum EntryRole
{
    /// <summary>Title of a post, or degree.</summary>
    Title,
    /// <summary>Employer, or institution.</summary>
    Organization,
    Place,
    /// <summary>Subject of a study.</summary>
    Field,
    Grade,
    /// <summary>Anything else: the head ends before it.</summary>
    Other,
}

/// <summary>What may stand in the head of an entry of one kind of section, and how well a text fits each role.</summary>
internal abstract class EntryGrammar(EntryLexicon lexicon)
{
    /// <summary>The words of the document's language.</summary>
    public EntryLexicon Lexicon { get; } = lexicon;

    /// <summary>The orders of roles that one cell may hold.</summary>
    public abstract IReadOnlyList<EntryRole[]> Orders { get; }

    /// <summary>The same for heads below a line that names the organisation of them all; null where entries are not grouped so.</summary>
    public virtual EntryGrammar? BelowOrganization => null;

    /// <summary>How well the text fits the role by rules over words alone: about -3 to 4, 0 when nothing speaks for or against.</summary>
    public abstract double Score(string text, HeadEvidence seen, EntryRole role);

    public double Score(string text, EntryRole role) => Score(text, Evidence(text), role);

    /// <summary>What the words of a text speak for.</summary>
    public abstract HeadEvidence Evidence(string text);

    /// <summary>The trained weights for this kind of section.</summary>
    public abstract PieceModel Model { get; }

    /// <summary>What an entry loses that lacks the role.</summary>
    public abstract double Missing(EntryRole role);
}
