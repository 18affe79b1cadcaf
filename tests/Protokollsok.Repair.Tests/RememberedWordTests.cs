using System.Globalization;
using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>A repairer remembers the words it met; nobody may be able to tell by its results.</summary>
public sealed class RememberedWordTests : IDisposable
{
    private static readonly string[] s_pages = [DamagedTexts.DamagedLetter, DamagedTexts.Letter, DamagedTexts.Around("Kvallefors skola ligger nara Raby, enligt § 14 i dnr 2018-225.")];

    private readonly SwedishModel _model = SwedishModel.OpenDefault();

    [Fact]
    public void Words_met_before_are_repaired_as_when_they_were_new()
    {
        var old = Repairer();
        foreach (var page in s_pages) old.Repair([page]);

        foreach (var page in s_pages) Assert.Equal(Result(Repairer(), page), Result(old, page));
    }

    [Fact]
    public void Threads_that_share_a_repairer_find_what_one_alone_finds()
    {
        var expected = s_pages.Select(page => Result(Repairer(), page)).ToList();
        var shared = Repairer();

        var found = Enumerable.Range(0, 24).AsParallel().WithDegreeOfParallelism(8).Select(i => (i, Result(shared, s_pages[i % s_pages.Length]))).ToList();

        Assert.All(found, result => Assert.Equal(expected[result.i % s_pages.Length], result.Item2));
    }

    [Fact]
    public void More_words_than_are_remembered_change_nothing()
    {
        var repairer = Repairer();
        var before = Result(repairer, s_pages[0]);

        // Sound lines of made-up words: letters only, so that each is worth remembering, and as many as make all be forgotten.
        for (var page = 0; page < 62; page++) repairer.Repair([string.Join('\n', Enumerable.Range(page * 1000, 1000).Select(Name))]);

        Assert.Equal(before, Result(repairer, s_pages[0]));
    }

    public void Dispose() => _model.Dispose();

    /// <summary>A number in capitals: A for 0 to J for 9.</summary>
    private static string Name(int number) => new([.. number.ToString("00000", CultureInfo.InvariantCulture).Select(digit => (char)('A' + digit - '0'))]);

    private static string Result(Repairer repairer, string page)
    {
        var repaired = repairer.Repair([page])[0];
        return repaired.Text + "\n" + string.Join('\n', repaired.Corrections);
    }

    private Repairer Repairer() => new(_model, new RepairOptions());
}
