using System.Text.Json.Serialization;

namespace Protokollsok.Archive;

/// <summary>Where all that ever came is now: numbers of arrivals.</summary>
public sealed record Accounting(long Received, long Done, long Waiting, long Quarantined, long Duplicates, long Deleted)
{
    /// <summary>Whether it adds up, as it must in every state.</summary>
    [JsonIgnore]
    public bool Holds => Received == Done + Waiting + Quarantined + Duplicates + Deleted;
}
