using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>What a section of a CV is about.</summary>
public enum SectionKind
{
    /// <summary>Before the first heading: name and contact, usually.</summary>
    Top,
    Contact, Summary, Experience, Education, Skills, Languages, Certifications, Projects, Publications, Awards,
    Volunteering, Interests, References, Letter, Header, Footer, Other,
}

/// <summary>What a heading was taken for one by.</summary>
public enum HeadingTrust
{
    /// <summary>Its words.</summary>
    Known,
    /// <summary>The look of headings with known words; what the section is about is not told by it.</summary>
    Look,
    /// <summary>A look that may be a heading's: unless the lines below tell what they are about, they belong to the section before.</summary>
    Doubtful,
}

/// <summary>A heading and the lines under it, up to the next.</summary>
public sealed record Section(SectionKind Kind, TextSpan? Heading, IReadOnlyList<TextLine> Lines)
{
    public HeadingTrust Trust { get; init; }
    /// <summary>The heading's second line, where it runs over two.</summary>
    public TextLine? HeadingRest { get; init; }
    public string? HeadingText => Heading is not { } heading ? null : HeadingRest is null ? heading.Text : heading.Text + ' ' + HeadingRest.Text;
    /// <summary>Position among the sections of the one that would go on without this heading; null for the first of a column.</summary>
    public int? Before { get; init; }
}
