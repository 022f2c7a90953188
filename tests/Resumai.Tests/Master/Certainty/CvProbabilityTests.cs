using Resumai.Fields;
using Resumai.Master;
using Resumai.Sections;

namespace Resumai.Tests.Master.Certainty;

public class CvProbabilityTests
{
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 24) };

    [Fact]
    public void A_short_CV_without_contact_or_languages_is_one() => Probability(new MadeUpLines()
        .Line("Ada Lindqvist", bold: true, size: 20)
        .Line("Work experience", bold: true, size: 13, gap: 1)
        .Line("Office Clerk, Northwind Ltd\t2019 – 2022").Line("Shop Assistant, Fabrikam Ltd\t2016 – 2019")
        .Line("Education", bold: true, size: 13, gap: 1)
        .Line("Diploma, Commercial School of Elsewhere\t2013 – 2015")).ShouldBeGreaterThan(0.8);

    [Fact]
    public void An_invoice_is_none() => Probability(new MadeUpLines()
        .Line("Northwind Ltd").Line("office@northwind.example · +44 20 7946 0000")
        .Line("Ada Lindqvist").Line("12 Mill Lane, Leeds")
        .Line("Invoice", bold: true, size: 16, gap: 1).Line("Invoice number: 20714").Line("Date: 3 May 2026")
        .Line("Cleaning\t4\t20.00\t80.00").Line("Window polish\t2\t7.50\t15.00").Line("Total\t95.00").Line("Payable within 14 days")).ShouldBeLessThan(0.2);

    [Fact]
    public void A_job_advert_is_none() => Probability(new MadeUpLines()
        .Line("Fabrikam Ltd, Leeds").Line("Accountant", bold: true, size: 16)
        .Line("We are looking for someone who keeps our books in order and likes to work with people.")
        .Line("Your tasks", bold: true, size: 13, gap: 1).Bullet("Monthly closing").Bullet("Talks with suppliers")
        .Line("Your profile", bold: true, size: 13, gap: 1).Bullet("Two years in accounting").Bullet("Good English")
        .Line("We offer", bold: true, size: 13, gap: 1).Bullet("30 days of leave").Line("jobs@fabrikam.example")).ShouldBeLessThan(0.2);

    [Fact]
    public void An_empty_template_is_none() => Probability(new MadeUpLines()
        .Line("Curriculum vitae", bold: true, size: 20).Line("Name: ____________").Line("Telephone: ____________")
        .Line("Experience", bold: true, size: 13, gap: 1).Line("Employer: ____________").Line("Position: ____________")
        .Line("Education", bold: true, size: 13, gap: 1).Line("School: ____________")
        .Line("Skills", bold: true, size: 13, gap: 1).Line("____________")).ShouldBeLessThan(0.2);

    private static double Probability(MadeUpLines lines)
    {
        var document = lines.Document();
        return RecordAssembler.Assemble(FieldExtractor.Extract(document, SectionSplitter.Split(document), Options), Options).Document.IsCvProbability;
    }
}
