using Resumai.Master;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Data;

/// <summary>Four CVs that differ in every column; of the last next to nothing could be read.</summary>
internal static class People
{
    public static readonly SeededCv Zoe = new(new MasterRecord
    {
        Language = "sv",
        Contact = new Contact
        {
            FullName = "Zoë Ångström",
            Headline = "Utvecklare",
            Emails = ["zoe.angstrom@post.example", "second@post.example"],
            Phones = [new Phone("070-123 45 67", null, null), new Phone("+46 70 123 45 67", "+46701234567", "mobile")],
            Location = new Location("Malmö, Skåne", City: "Malmö", Region: "Skåne", CountryCode: "SE"),
            Links = [new ContactLink("github", "https://github.example/zoe"), new ContactLink("linkedin", "https://linkedin.example/in/zoe")],
        },
        Experience = [new Experience { Title = "Senior C# Developer", Employer = "Blå Bageri AB", IsCurrent = true }],
        Education = [new Education { Degree = "Civilingenjör", Institution = "Lärosätet i Lund" }, new Education { Degree = "Gymnasium", Institution = "Skolan" }],
        Skills = [new Skill { Name = "C#" }, new Skill { Name = ".NET" }, new Skill { Name = "k8s", NormalizedName = "Kubernetes" }],
        Languages = [Spoken("Svenska", "sv", "native"), Spoken("Engelska", "en", "C1"), Spoken("Tyska", "de", "B1")],
        Totals = new Totals(143, 0, "master", "Senior C# Developer", "Blå Bageri AB"),
        Warnings = [new Warning("hidden_text", "Some text cannot be seen.", 1)],
        Confidence = 0.95,
        Text = "Bygger tjänster i Node.js och C++\fReferenser lämnas",
    })
    {
        Filename = "Ångström.pdf", Tags = ["hot", "stockholm"], Locale = "sv_SE", UploadedAt = Day(1),
    };

    public static readonly SeededCv Emile = new(new MasterRecord
    {
        Language = "fr",
        Contact = new Contact
        {
            FullName = "émile dubois",
            Emails = ["emile@courrier.example"],
            Phones = [new Phone("04 00 00 00 00", null, null)],
            Location = new Location("Lyon", City: "Lyon", CountryCode: "FR"),
        },
        Education = [new Education { Degree = "Licence", Institution = "Université des Monts" }],
        Skills = [new Skill { Name = "C++" }, new Skill { Name = "Qt" }],
        Languages = [Spoken("Français", "fr", "native"), Spoken("Anglais", "en", "B2"), Spoken("Patois", null, null)],
        Totals = new Totals(30, 0, "bachelor", "Développeur C++", "Fonderie Dubois"),
        Confidence = 0.8,
        Text = "Fonderie et soudure",
    })
    {
        Filename = "dubois cv.docx", Tags = ["hot"], UploadedAt = Day(2).AddHours(12),
    };

    public static readonly SeededCv Karl = new(new MasterRecord
    {
        Language = "de",
        Contact = new Contact { FullName = "Karl Kessler", Headline = "=Koch", Location = new Location("MALMO", City: "MALMO", CountryCode: "DE") },
        Skills = [new Skill { Name = "Kochen" }],
        Languages = [Spoken("Deutsch", "de", "native"), Spoken("Niederländisch", "nl", null)],
        Totals = new Totals(84, 0, "vocational", "Koch", null),
        Confidence = 0.5,
        Text = "Küche, Straßenfeste, karl_kessler@kueche.example",
    })
    {
        Filename = "Kessler.pdf", UploadedAt = Day(3),
    };

    public static readonly SeededCv Unread = new(new MasterRecord { Confidence = 0.1 }) { Filename = "scan.pdf", UploadedAt = Day(4) };

    public static IReadOnlyList<SeededCv> All { get; } = [Zoe, Emile, Karl, Unread];

    private static LanguageSkill Spoken(string name, string? code, string? level) => new() { Name = name, Code = code, Level = level };

    private static DateTime Day(int month) => new(2026, month, 1, 0, 0, 0, DateTimeKind.Utc);
}
