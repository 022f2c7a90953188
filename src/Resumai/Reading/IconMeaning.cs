namespace Resumai.Reading;

/// <summary>What a pictogram beside a contact line or an entry stands for.</summary>
public enum IconMeaning { Other, Phone, Email, Place, Link, LinkedIn, GitHub, GitLab, Xing, Birth, Date, Licence, Nationality, Person, Work, Study }
