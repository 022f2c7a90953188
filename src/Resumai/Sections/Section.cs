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

/// <summary>A heading and the lines under it, up to the next.</summary>
public sealed record Section(SectionKind Kind, TextSpan? Heading, IReadOnlyList<TextLine> Lines);
