using Protokollsok.Language;

namespace Protokollsok.Repair.Tests;

/// <summary>The example of the room's README does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_example_runs_as_it_stands()
    {
        var lines = new List<string>();
        using var model = SwedishModel.OpenDefault();
        var local = LocalWords.Of(null, ["Bråstorpa"]);
        var repairer = new Repairer(model, new RepairOptions(), local);

        var page = repairer.Repair(["Namnden foreslar att forskolan i Brastorpa byggs 6ver aret.\nKostnaden uppgar till 1 250 000 kr, Dnr TN 2018-0417."])[0];

        lines.Add(page.Text);
        foreach (var correction in page.Corrections) lines.Add($"{correction.Start} {correction.Was} → {correction.Now} {correction.Applied}");

        Assert.Equal("Nämnden föreslår att förskolan i Bråstorpa byggs över året.\nKostnaden uppgår till 1 250 000 kr, Dnr TN 2018-0417.", lines[0]);
        Assert.Equal("0 Namnden → Nämnden True", lines[1]);
    }
}
