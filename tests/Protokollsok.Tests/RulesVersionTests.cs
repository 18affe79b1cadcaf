using Protokollsok.Documents;
using Protokollsok.Extraction;
using Protokollsok.Processing;
using Protokollsok.Repair;

namespace Protokollsok.Tests;

/// <summary>Two builds of one release are told apart by their rules, and by nothing else.</summary>
public sealed class RulesVersionTests
{
    private static readonly Type[] Rooms = [typeof(Repairer), typeof(MinutesExtractor)];

    [Fact]
    public void Other_code_or_another_model_is_another_version_and_the_same_is_the_same()
    {
        var version = RulesVersion.Of(Rooms, [1, 2]);

        Assert.Matches("^[0-9a-f]{8}$", version);
        Assert.Equal(version, RulesVersion.Of(Rooms, [1, 2]));
        Assert.NotEqual(version, RulesVersion.Of(Rooms, [1, 3]));
        Assert.NotEqual(version, RulesVersion.Of([typeof(Repairer), typeof(DocumentRecord)], [1, 2]));
    }

    [Fact]
    public void It_stands_beside_the_release_in_what_understood_a_document() =>
        Assert.Matches($"^protokollsok [0-9.]+, rules {RulesVersion.With("")}$", RulesVersion.Program(""));

    [Fact]
    public void Another_dictionary_is_another_version() => Assert.NotEqual(RulesVersion.With(""), RulesVersion.With("0a1b2c3d"));

    /// <summary>A commit or a folder in the compiled code would make every build another version.</summary>
    [Fact]
    public void The_compiled_rules_hold_neither_commit_nor_folder()
    {
        foreach (var room in Rooms)
        {
            var version = room.Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyInformationalVersionAttribute), inherit: false).Cast<System.Reflection.AssemblyInformationalVersionAttribute>().Single();
            Assert.DoesNotContain('+', version.InformationalVersion);
        }
    }
}
