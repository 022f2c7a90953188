using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Bench.Seed;

/// <summary>CVs of made-up people, the same ones for the same seed, about as long as real ones (400 words).</summary>
internal sealed class RandomCvs(int seed)
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ren", "sta", "vé", "dor", "på", "ni", "tu", "be", "gras", "ho", "zin", "ø", "le"];
    private static readonly string[] Degrees = ["secondary", "vocational", "bachelor", "master", "doctorate"];
    private static readonly (string Name, string Code)[] Tongues = [("Deutsch", "de"), ("English", "en"), ("Français", "fr"), ("Svenska", "sv")];
    private static readonly string[] Levels = ["A2", "B1", "B2", "C1", "native"];
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Random _random = new(seed);

    public (Asset Asset, MasterRecord Record) Next(Guid account, int number)
    {
        var at = Start.AddMinutes(number);
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        var (given, family, city) = (Word(2), Word(3), Word(2));
        var (title, employer, degree) = ($"{Word(2)} {Word(3)}", Word(3), Degrees[_random.Next(Degrees.Length)]);
        var filename = $"{given}-{family}.pdf";
        var record = new MasterRecord
        {
            Language = "en",
            Contact = new Contact
            {
                FullName = $"{given} {family}",
                Emails = [$"{UnicodeText.Fold(given)}.{UnicodeText.Fold(family)}@mail.example"],
                Location = new Location(City: city, CountryCode: "DE"),
            },
            Experience = [new Experience { Title = title, Employer = employer, IsCurrent = true }],
            Education = [new Education { Degree = Word(2), Institution = Word(4), DegreeLevel = degree }],
            Skills = [.. Enumerable.Range(0, 12).Select(_ => new Skill { Name = Word(2) }).DistinctBy(s => s.Name)],
            Languages = [.. Tongues.Take(_random.Next(1, 5)).Select(t => new LanguageSkill { Name = t.Name, Code = t.Code, Level = Levels[_random.Next(Levels.Length)] })],
            Totals = new Totals(_random.Next(8) == 0 ? null : _random.Next(480), 0, degree, title, employer),
            Confidence = Math.Round(_random.NextDouble(), 3),
            Text = string.Join(' ', Enumerable.Range(0, 400).Select(_ => Word(_random.Next(1, 4)))),
        };
        return (new Asset
        {
            Id = id,
            AccountId = account,
            Environment = KeyEnvironment.Live,
            ParentTaskId = Guid.CreateVersion7(new DateTimeOffset(at)),
            Filename = filename,
            FilenameFolded = UnicodeText.Fold(filename),
            ContentType = "application/pdf",
            SizeBytes = 50_000,
            PageCount = 2,
            Sha256 = id.ToString("N") + id.ToString("N"),
            TagsJson = "[]",
            Status = AssetStatus.Completed,
            UploadedAt = at,
            CompletedAt = at.AddSeconds(1),
        }, record);
    }

    private string Word(int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[_random.Next(Syllables.Length)]));
}
