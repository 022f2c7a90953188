using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

/// <summary>Certificates of the trades that only one language names so, and who gives them.</summary>
public class CertificateLanguagesTests
{
    public static TheoryData<string, string, string?> Printed { get; } = new()
    {
        { "bg", "Свидетелство за мотокарист", null },
        { "ca", "Nivell C de català", "Generalitat de Catalunya" },
        { "cs", "Svářečský průkaz", null },
        { "da", "Hygiejnebevis", null },
        { "de", "Staplerschein", null },
        { "el", "Κρατικό Πιστοποιητικό Γλωσσομάθειας", "Υπουργείο Παιδείας" },
        { "en", "Safe Pass", "SOLAS" },
        { "es", "Carnet de manipulador de alimentos", null },
        { "et", "Eesti keele tasemeeksam", "Haridus- ja Noorteamet" },
        { "fi", "Työturvallisuuskortti", null },
        { "fr", "DELF B2", "France Éducation international" },
        { "ga", "Teastas Eorpach na Gaeilge", "Ollscoil Mhá Nuad" },
        { "hr", "Stručni ispit", null },
        { "hu", "Targoncavezetői engedély", null },
        { "is", "Vinnuvélaréttindi", "Vinnueftirlitið" },
        { "it", "Patentino muletto", null },
        { "lt", "Valstybinės kalbos egzaminas", "Nacionalinė švietimo agentūra" },
        { "lv", "Valsts valodas prasmes apliecība", "Valsts izglītības satura centrs" },
        { "mt", "Liċenzja ta' gwida turistika", "Malta Tourism Authority" },
        { "nb", "Truckførerbevis", null },
        { "nl", "VCA Basis", "VCA" },
        { "pl", "Uprawnienia budowlane", null },
        { "pt", "CAP Formador", null },
        { "ro", "Formator", "ANC" },
        { "sk", "Preukaz VZV", null },
        { "sl", "Strokovni izpit", null },
        { "sv", "Heta arbeten", null },
        { "tr", "MYK belgesi", "Mesleki Yeterlilik Kurumu" },
        { "uk", "Зовнішнє незалежне оцінювання", "Український центр оцінювання якості освіти" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_certificate_of_the_trades_is_known_in_its_language(string language, string printed, string? issuer)
    {
        var certificate = CertificateLexicon.Find(printed).ShouldNotBeNull(language);
        if (issuer is not null) certificate.Issuer.ShouldBe(issuer);
    }

    [Fact]
    public void Every_language_has_one() => Languages.All.Except(Printed.Select(r => r.Data.Item1)).ShouldBeEmpty();
}
