using Resumai.Layout;

namespace Resumai.Tests.Layout;

public class LetterMarkTests
{
    [Fact]
    public void The_letter_o_before_the_items_of_a_list_is_their_mark()
    {
        var lines = Sheet.New.Text(50, 100, "Some employer, some place").Text(80, 112, "o").Text(95, 112, "Ordered supplies").Text(80, 124, "o").Text(95, 124, "Planned shifts of 14 people")
            .Text(50, 160, "Another employer").Text(80, 172, "o").Text(95, 172, "Cut the costs").Arrange().Lines.ToList();

        lines.Where(l => l.Bullet == "o").Select(l => l.Text).ShouldBe(["Ordered supplies", "Planned shifts of 14 people", "Cut the costs"]);
    }

    [Fact]
    public void Marks_at_the_edge_of_other_lines_are_told_by_the_letter_standing_nowhere_else()
    {
        var lines = Sheet.New.Lines(50, 100, "Some employer, some place", "2019 to 2024", "o Ordered supplies", "o Planned shifts of 14 people", "o Cut the costs", "Another employer", "2014 to 2019").Arrange().Lines;

        lines.Where(l => l.Bullet == "o").Select(l => l.Text).ShouldBe(["Ordered supplies", "Planned shifts of 14 people", "Cut the costs"]);
    }

    [Fact]
    public void The_same_letter_at_the_edge_of_running_text_is_a_word()
    {
        var lines = Sheet.New.Lines(50, 100, "Trabalhou durante muitos anos para", "o Estado e mais tarde tambem para", "empresas que serviram durante anos", "o Banco que fica naquela cidade").Arrange().Lines;

        lines.ShouldAllBe(l => l.Bullet == null);
    }
}
