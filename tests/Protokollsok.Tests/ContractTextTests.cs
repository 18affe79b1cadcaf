using Protokollsok.Cli;
using Protokollsok.Documents;

namespace Protokollsok.Tests;

public sealed class ContractTextTests
{
    [Fact]
    public void A_change_is_placed_in_the_input_whatever_was_changed_before_it()
    {
        const string input = "for a\nR&d och Stdd\n";
        Correction[] corrections =
        [
            new(0, 3, "for", "förr", .99, Applied: true, null, ""), // one longer than before
            new(7, 3, "R&d", "Råd", .99, Applied: true, null, ""),
            new(15, 4, "Stdd", "Stöd", .7, Applied: false, null, ""),
        ];

        var changes = TextChange.Of(input, [corrections[0] with { Length = 4 }, corrections[1], corrections[2]], firstLine: 10).ToList();

        Assert.Equal([(10, 1), (11, 1), (11, 9)], changes.Select(change => (change.Line, change.Column)));
    }
}
