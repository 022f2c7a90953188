using System.Text;
using Resumai.Layout;
using Resumai.Reading;
using Resumai.Reading.Rtf;

namespace Resumai.Tests.Reading;

public class RtfReaderTests
{
    [Fact]
    public void Bytes_are_letters_of_their_fonts_code_page() =>
        Lines(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 Gothic;}}\f0 Stra\'dfe \f1 \'e8e\'9atina \f2 \'cf\'f0\'e8 \f3 \'93\'fa\'96\'7b\par}")
            .ShouldBe(["Straße čeština При 日本"]);

    [Fact]
    public void Unicode_replaces_the_fallback_characters_after_it() =>
        Lines(@"{\rtf1\ansi\uc1 \u268?e\u353\'9atina {\uc2\u8364 EU}5 {\uc0\u-3913 x} \u55357?\u56832?\par}").ShouldBe(["Čeština €5 •x"]);

    [Fact]
    public void Words_for_signs_are_those_signs() =>
        Lines(@"{\rtf1 2019\endash 2021\emdash\lquote a\rquote\ldblquote b\rdblquote\~c e\_mail soft\-ware\tab x\line y \{z\}\\\par}")
            .ShouldBe(["2019–2021—‘a’“b” c e-mail software\tx", "y {z}\\"]);

    [Fact]
    public void Rows_and_cells_make_tables()
    {
        var lines = Arrange(@"{\rtf1\trowd\cellx2000\cellx9000\intbl 2019\cell\b Lead\b0\par Nordwind\cell\row\trowd\cellx2000\cellx9000\intbl 2017\cell Welder\cell\row\pard after\par}").Lines.ToList();
        lines.Select(l => l.Text).ShouldBe(["2019\tLead", "Nordwind", "2017\tWelder", "after"]);
        lines[2].Cell.ShouldNotBeNull().Row.ShouldBe(1);
        lines[3].Cell.ShouldBeNull();
    }

    [Fact]
    public void A_table_in_a_cell_is_read_within_it() =>
        Lines(@"{\rtf1\trowd\cellx3000\cellx9000\pard\intbl A\cell before\par\pard\intbl\itap2 in 1\nestcell{\nonesttables\par}in 2\nestcell{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}{\nonesttables\par}\pard\intbl after\cell\row\pard end\par}")
            .ShouldBe(["A\tbefore", "in 1\tin 2", "after", "end"]);

    [Fact]
    public void Fields_print_their_result_and_links_keep_their_address()
    {
        var line = Arrange(@"{\rtf1 see {\field{\*\fldinst{HYPERLINK ""https://x.example/a"" }}{\fldrslt{\ul here}}} page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}").Lines.Single();
        line.Text.ShouldBe("see here page 1");
        line.Links.ShouldHaveSingleItem().Url.ShouldBe("https://x.example/a");
    }

    [Fact]
    public void List_marks_are_set_aside() =>
        Arrange(@"{\rtf1{\listtext\pard\plain\'b7\tab}\ls1 first\par{\pntext\f0 2.\tab}second\par{\listtext\f3\u-3929?\tab}third\par}").Lines.Select(l => (l.Bullet, l.Text))
            .ShouldBe([("•", "first"), ("2.", "second"), ("•", "third")]);

    [Fact]
    public void A_text_box_is_read_once_and_after_the_body()
    {
        const string shape = @"{\shp{\*\shpinst\shpleft100\shptop100\shpright2000\shpbottom900\shpwr2{\sp{\sn fFilled}{\sv 0}}{\shptxt \pard\plain Skills\par Welding\par}}{\shprslt{\*\do{\dptxbxtext Skills again\par}}}}";
        var blocks = Arrange(@"{\rtf1 " + shape + @"Experience and much text that goes on and on\par}").Blocks;
        blocks.SelectMany(b => b.Lines).Select(l => l.Text).ShouldBe(["Experience and much text that goes on and on", "Skills", "Welding"]);
        blocks[^1].Role.ShouldBe(BlockRole.Sidebar);
    }

    [Fact]
    public void Headers_are_read_once_and_those_of_other_pages_only_where_they_print() =>
        Lines(@"{\rtf1{\header Ada\par}{\headerf First only\par}{\headerl Left only\par}{\footer 1\par}\sectd text\par\sect{\header Ada\par}more\par}").ShouldBe(["Ada", "text", "more", "1"]);

    [Fact]
    public void Hidden_deleted_tiny_and_white_text_is_left_out_with_a_warning()
    {
        var document = Read(@"{\rtf1{\colortbl;\red255\green255\blue255;\red20\green40\blue60;}seen{\v unseen}{\deleted gone}{\cf1 white}{\fs2 tiny} {\cf1\chcbpat2 on dark}\par}").Document.ShouldNotBeNull();
        PageArranger.Arrange(document).Lines.Single().Text.ShouldBe("seen on dark");
        document.Warnings.ShouldHaveSingleItem().Message.ShouldStartWith("19 characters");
    }

    [Fact]
    public void White_text_in_a_dark_cell_is_read() =>
        Lines(@"{\rtf1{\colortbl;\red255\green255\blue255;\red0\green0\blue60;}\trowd\clcbpat2\cellx3000\intbl\cf1 Contact\cell\row\pard\cf0 x\par}").ShouldBe(["Contact", "x"]);

    [Fact]
    public void Pictures_tables_of_the_header_and_unknown_destinations_are_no_text() =>
        Lines(@"{\rtf1{\info{\title T}{\author A}}{\*\generator Gen;}{\stylesheet{\s1 heading 1;}}{\pict 0102030405}{\*\unknown text{ deeper}}{\upr{old}{\*\ud{new}}} {\pict\bin5 }}}x}}\s1 seen\par}")
            .ShouldBe(["new seen"]);

    [Fact]
    public void A_style_named_as_a_heading_is_one() =>
        Arrange(@"{\rtf1{\stylesheet{\s0 Normal;}{\s3\b heading 2;}}\pard\plain\s3\b Education\par\pard\plain x\par}").Lines.Select(l => (l.Style, l.OutlineLevel)).ShouldBe([("heading 2", 2), (null, null)]);

    [Fact]
    public void Deep_nesting_is_refused_and_open_groups_are_closed()
    {
        Read(@"{\rtf1 " + new string('{', 5000)).Error.ShouldBe(ParseError.TooComplex);
        Lines(@"{\rtf1 {{\b cut off").ShouldBe(["cut off"]);
    }

    private static ReadResult Read(string rtf) => new RtfReader().Read(Encoding.Latin1.GetBytes(rtf), new ReadLimits());

    private static ArrangedDocument Arrange(string rtf) => PageArranger.Arrange(Read(rtf).Document.ShouldNotBeNull());

    private static List<string> Lines(string rtf) => [.. Arrange(rtf).Lines.Select(l => l.Text)];
}
