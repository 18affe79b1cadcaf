namespace Protokollsok.Configuration;

/// <summary>One key of the settings.</summary>
/// <param name="Name">As in the file, its section before it: <c>inbox.scan-interval</c>.</param>
/// <param name="Read">The settings with this value; <see cref="FormatException"/> says what was expected.</param>
/// <param name="Show">The value as it is written in the file.</param>
internal sealed record SettingKey(string Name, Func<Settings, string, Settings> Read, Func<Settings, string> Show)
{
    public const string EnvironmentPrefix = "PROTOKOLLSOK_";

    /// <summary>The environment variable that overrides the file.</summary>
    public string Variable => EnvironmentPrefix + Name.Replace('.', '_').Replace('-', '_').ToUpperInvariant();
}
