using Resumai.Text;

namespace Resumai.Tests;

public class UnicodeTextTests
{
    [Theory]
    [InlineData("Żółć ß Ærø", "zolc ss aero")]
    [InlineData("ΆΛΦΑ ς", "αλφα σ")]
    [InlineData("ﬁnance №", "finance no")]
    public void Folding_drops_case_accents_and_ligatures(string text, string folded) => UnicodeText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Characters_under_an_old_name_are_the_common_ones() => UnicodeText.Compose("a\u037E \u212Bs").ShouldBe("a; Ås");

    [Fact]
    public void Combining_accents_are_composed() => UnicodeText.Compose("re\u0301sume\u0301 c\u030C").ShouldBe("résumé č");
}
