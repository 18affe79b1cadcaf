using Protokollsok.Cli;
using Protokollsok.Configuration;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Processing;

/// <summary>The dictionary that is installed on this machine, as the settings name it.</summary>
internal static class Dictionaries
{
    /// <summary>Defaults with the dictionary that this machine and its environment name, which differs from place to place.</summary>
    public static Settings Named(Settings defaults)
    {
        var here = CommonOptions.SettingsOf(data: null);
        return defaults with { Dictionary = here.Dictionary, Cache = here.Cache };
    }

    /// <summary>Opens it, or compiles it, which takes a few seconds. What is wrong with it is told and stops nothing.</summary>
    public static InstalledWords Open(Settings settings)
    {
        if (settings.Dictionary is not { } path) return InstalledWords.None;
        var dictionary = InstalledWords.Open(path, settings.Cache ?? InstalledWords.DefaultCache);
        if (dictionary.Trouble is { } trouble) Output.Messages.WriteLine($"protokollsok: {trouble}");
        return dictionary;
    }
}
