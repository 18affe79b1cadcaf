using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Protokollsok.Tests;

/// <summary>The walls of the house, and the truth of its map.</summary>
public sealed partial class HouseRulesTests
{
    [Theory]
    [InlineData("Documents", "")]
    [InlineData("Language", "Documents")]
    [InlineData("Reading", "Documents")]
    [InlineData("Reading.Child", "Reading")]
    [InlineData("Repair", "Documents,Language")]
    [InlineData("Extraction", "Documents")]
    [InlineData("Archive", "Documents")]
    [InlineData("Search", "Documents,Language")]
    public void A_room_knows_only_the_rooms_that_it_may(string room, string mayKnow)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", $"Protokollsok.{room}", $"Protokollsok.{room}.csproj"));
        var knows = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)["Protokollsok.".Length..]);
        Assert.Empty(knows.Except(mayKnow.Split(',')));
    }

    [Fact]
    public void The_nouns_need_no_packages()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "src", "Protokollsok.Documents", "Protokollsok.Documents.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("docs/handbok.md")]
    [InlineData("docs/quality.md")]
    [InlineData("testdata/README.md")]
    [InlineData("tessdata/README.md")]
    public void Links_lead_somewhere(string page)
    {
        var path = Path.Combine(Repository.Root, page);
        var targets = Link().Matches(File.ReadAllText(path)).Select(link => link.Groups[1].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(target))), target));
    }

    [Fact]
    public async Task The_readme_names_only_commands_that_exist()
    {
        var help = (await TheProgram.RunAsync("--help")).Output;
        var named = Command().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(command => command.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(named);
        Assert.All(named, command => Assert.Matches($@"(?m)^\s+{command}\b", help));
    }

    [GeneratedRegex(@"\]\(([^)#]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./protokollsok ([a-z]+)")]
    private static partial Regex Command();
}
