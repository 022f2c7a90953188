using System.Text;
using Resumai.Normalize.Languages;

namespace Resumai.Tests.Normalize.Languages;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "Led a team of five and was responsible for the budget. Reduced costs by 12% through better planning.")]
    [InlineData("de", "Leitung eines Teams von fünf Mitarbeitern und Verantwortung für das Budget, Einführung einer neuen Planung.")]
    [InlineData("fr", "Encadrement d'une équipe de cinq personnes et suivi du budget, mise en place d'un nouvel outil de planification.")]
    [InlineData("es", "Dirección de un equipo de cinco personas y gestión del presupuesto, con mejora de los plazos de entrega.")]
    [InlineData("it", "Gestione di una squadra di cinque persone e del bilancio, con riduzione dei tempi di consegna nello stabilimento.")]
    [InlineData("pt", "Gestão de uma equipa de cinco pessoas e do orçamento, com melhoria dos prazos de entrega na fábrica.")]
    [InlineData("nl", "Leidinggeven aan een team van vijf mensen en verantwoordelijk voor het budget van de afdeling.")]
    [InlineData("pl", "Kierowanie zespołem pięciu osób oraz odpowiedzialność za budżet i wdrożenie nowego systemu w zakładzie.")]
    [InlineData("sv", "Ledde en grupp om fem personer och ansvarade för budgeten samt planering av arbetet på avdelningen.")]
    [InlineData("da", "Ledelse af en gruppe på fem personer og ansvar for budgettet samt planlægning af arbejdet i afdelingen.")]
    [InlineData("nb", "Ledet en gruppe på fem personer og hadde ansvar for budsjettet samt planlegging av arbeidet i avdelingen.")]
    [InlineData("fi", "Viiden hengen tiimin johtaminen sekä vastuu budjetista ja osaston töiden suunnittelu ja seuranta.")]
    [InlineData("cs", "Vedení týmu pěti lidí a odpovědnost za rozpočet, zavedení nového systému řízení kvality ve výrobě.")]
    [InlineData("ro", "Coordonarea unei echipe de cinci persoane și gestionarea bugetului, cu implementarea unui sistem nou.")]
    [InlineData("hu", "Öt fős csapat vezetése és felelősség a költségvetésért, valamint egy új rendszer bevezetése az üzemben.")]
    [InlineData("el", "Διαχείριση ομάδας πέντε ατόμων και ευθύνη για τον προϋπολογισμό του τμήματος.")]
    [InlineData("sk", "Vedenie tímu piatich ľudí a zodpovednosť za rozpočet, zavádzanie nového systému riadenia vo výrobe.")]
    [InlineData("sl", "Vodenje ekipe petih ljudi ter odgovornost za proračun, uvedba novega sistema v proizvodnji in nadzor.")]
    [InlineData("hr", "Vođenje tima od pet ljudi i odgovornost za proračun te uvođenje novog sustava tijekom godine.")]
    [InlineData("bg", "Ръководство на екип от петима души и отговорност за бюджета на отдела.")]
    [InlineData("lt", "Penkių žmonių komandos vadovavimas ir atsakomybė už biudžetą, naujos sistemos kūrimas.")]
    [InlineData("lv", "Piecu cilvēku komandas vadīšana un atbildība par budžetu, jaunas sistēmas izstrāde.")]
    [InlineData("et", "Viieliikmelise meeskonna juhtimine ja vastutus eelarve eest ning uue süsteemi arendamine.")]
    [InlineData("mt", "Tmexxija ta' tim ta' ħames persuni u responsabbli għall-baġit tad-dipartiment.")]
    [InlineData("ga", "Bainistíocht foirne agus freagrach as an mbuiséad, agus forbairt córais nua sa roinn.")]
    public void Running_text_tells_its_language(string expected, string text) => LanguageDetector.Detect(text).ShouldBe(expected);

    [Fact]
    public void English_headings_and_product_names_do_not_turn_a_German_document() =>
        LanguageDetector.Detect("""
            Work Experience
            Senior Software Engineer, Head of Platform & Cloud, 2019 – heute
            Aufbau der Plattform mit Amazon Web Services, Site Reliability Engineering und Infrastructure as Code
            Betreuung von Kunden bei der Einführung von Continuous Delivery
            Skills
            Spring Boot, Test Driven Development, Internet of Things, Ruby on Rails, Search Engine Optimisation
            Education
            Hochschule für Technik, Abschluss: Master of Science
            """).ShouldBe("de");

    [Theory]
    [InlineData("da", "Januar 2019 – nu. Udvikling af brugerflader og samarbejde med kunder. Uddannelse. Sprog.")]
    [InlineData("nb", "Januar 2019 – nå. Utvikling av brukergrensesnitt og samarbeid med kunder. Utdanning. Språk.")]
    [InlineData("es", "Experiencia laboral. Idiomas: inglés, francés. Formación. Universidad.")]
    [InlineData("pt", "Experiência. Idiomas: inglês, francês. Formação. Universidade.")]
    [InlineData("nl", "Werkervaring. Opleidingen. Talen: Nederlands, Engels. Rijbewijs B.")]
    [InlineData("sk", "Pracovné skúsenosti. Vzdelanie. Jazyky. Vodičský preukaz.")]
    public void Near_relatives_are_told_apart_by_few_words(string expected, string text) => LanguageDetector.Detect(text).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(CvTexts))]
    public void A_short_CV_tells_its_language(string language) =>
        LanguageDetector.Detect(Encoding.UTF8.GetString(Fixtures.Bytes($"CvTexts/{language}.txt"))).ShouldBe(language);

    public static TheoryData<string> CvTexts => [.. "bg hr sl sk cs et lv lt ga mt da nb es pt ca is uk tr".Split(' ')];

    [Theory]
    [InlineData("sl", "Delovne izkušnje. Vodenje projektov in svetovanje strankam. Izobrazba. Jeziki.")]
    [InlineData("hr", "Radno iskustvo. Vođenje projekata i savjetovanje klijenata. Obrazovanje. Jezici.")]
    [InlineData("cs", "Pracovní zkušenosti. Vedení projektů a poradenství zákazníkům. Vzdělání. Jazyky.")]
    [InlineData("lt", "Darbo patirtis. Projektų valdymas ir klientų konsultavimas. Išsilavinimas. Kalbos.")]
    [InlineData("lv", "Darba pieredze. Projektu vadība un klientu konsultēšana. Izglītība. Valodas.")]
    [InlineData("ca", "Experiència laboral. Gestió de projectes i atenció als clients. Formació. Idiomes.")]
    public void Neighbours_are_told_apart_by_headings_and_one_line(string expected, string text) => LanguageDetector.Detect(text).ShouldBe(expected);

    [Fact]
    public void The_Latin_of_templates_tells_nothing() =>
        LanguageDetector.Detect("Work experience\nLorem ipsum dolor sit amet, consectetur adipiscing elit sed eiusmod\ntempor incididunt labore dolore magna aliqua enim minim\nEducation and skills of the team").ShouldBe("en");

    [Theory]
    [InlineData("")]
    [InlineData("C#, Kubernetes, 2019, +49 30 123456")]
    [InlineData("anna@firma.example")]
    public void Text_without_words_has_no_language(string text) => LanguageDetector.Detect(text).ShouldBeNull();
}
