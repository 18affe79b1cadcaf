using Protokollsok.Configuration;

namespace Protokollsok.Intake;

/// <summary>Where people reach the page: as the settings say, else the first address that is listened at, by a name that others know.</summary>
internal static class PublicAddress
{
    public static string Of(Settings settings)
    {
        if (settings.PublicUrl is { } told) return told;
        var url = settings.Urls.Split(';')[0].Trim().TrimEnd('/');
        foreach (var any in (string[])["*", "+", "0.0.0.0", "[::]"]) url = url.Replace($"//{any}", $"//{Environment.MachineName}", StringComparison.Ordinal);
        return url;
    }
}
