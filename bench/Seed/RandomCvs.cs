using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Bench.Seed;

/// <summary>
/// CVs of made-up people, the same ones for the same seed, about as long as real ones (300 words). Words, skills, places and countries are as
/// unevenly frequent as in life, and three words stand in 10, in 1,000 and in 100,000 of a million.
/// </summary>
internal sealed class RandomCvs(int seed)
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "ren", "sta", "vé", "dor", "på", "ni", "tu", "be", "gras", "ho", "zin", "ø", "le"];
    /// <summary>Each in so many of a million CVs.</summary>
    private static readonly (string Word, int OfAMillion)[] Planted = [("raretenword", 10), ("rarethousandword", 1_000), ("oftenword", 100_000)];
    private static readonly string[] Countries = ["DE", "FR", "PL", "ES", "IT", "NL", "SE", "AT", "BE", "CZ", "PT", "DK", "FI", "IE", "GR", "HU", "RO", "BG", "SK", "SI", "HR", "LT", "LV", "EE", "LU", "MT", "CY"];
    private static readonly string[] Skills = Vocabulary(3_000, seed: 3);
    private static readonly string[] Cities = Vocabulary(800, seed: 4);
    private static readonly string[] Words = [.. Vocabulary(50_000, seed: 5).Select(UnicodeText.Fold)];
    private static readonly string[] Degrees = ["secondary", "vocational", "bachelor", "master", "doctorate"];
    private static readonly (string Name, string Code)[] Tongues = [("Deutsch", "de"), ("English", "en"), ("Français", "fr"), ("Svenska", "sv")];
    private static readonly string[] Levels = ["A2", "B1", "B2", "C1", "native"];
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Random _random = new(seed);

    /// <summary>The words are the tokens of its text, which the record does not have.</summary>
    public (Asset Asset, MasterRecord Record, IEnumerable<string> Words) Next(Guid account, int number)
    {
        var at = Start.AddMinutes(number);
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        var (given, family, city) = (Word(2), Word(3), Uneven(Cities));
        var (title, employer, degree) = ($"{Word(2)} {Word(3)}", Word(3), Degrees[_random.Next(Degrees.Length)]);
        var filename = $"{given}-{family}.pdf";
        var record = new MasterRecord
        {
            Language = "en",
            Contact = new Contact
            {
                FullName = $"{given} {family}",
                Emails = [$"{UnicodeText.Fold(given)}.{UnicodeText.Fold(family)}@mail.example"],
                Location = new Location(City: city, CountryCode: Uneven(Countries)),
            },
            Experience = [new Experience { Title = title, Employer = employer, IsCurrent = true }],
            Education = [new Education { Degree = Word(2), Institution = Word(4), DegreeLevel = degree }],
            Skills = [.. Enumerable.Range(0, 12).Select(_ => new Skill { Name = Uneven(Skills) }).DistinctBy(s => s.Name)],
            Languages = [.. Tongues.Take(_random.Next(1, 5)).Select(t => new LanguageSkill { Name = t.Name, Code = t.Code, Level = Levels[_random.Next(Levels.Length)] })],
            Totals = new Totals(_random.Next(8) == 0 ? null : _random.Next(480), 0, degree, title, employer),
            Confidence = Math.Round(_random.NextDouble(), 3),
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
        }, record, [.. Enumerable.Range(0, 300).Select(_ => Uneven(Words)), .. PlantedIn(number)]);
    }

    private IEnumerable<string> PlantedIn(int number) => Planted.Where(p => number * (long)p.OfAMillion / 1_000_000 != (number + 1) * (long)p.OfAMillion / 1_000_000).Select(p => p.Word);

    private string Word(int syllables) => Word(_random, syllables);

    /// <summary>The first are the most frequent.</summary>
    private string Uneven(string[] words) => words[(int)(words.Length * Math.Pow(_random.NextDouble(), 3))];

    private static string[] Vocabulary(int size, int seed)
    {
        var random = new Random(seed);
        var words = new HashSet<string>();
        while (words.Count < size) words.Add(Word(random, random.Next(2, 6)));
        return [.. words];
    }

    private static string Word(Random random, int syllables) => string.Concat(Enumerable.Range(0, syllables).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
