using System.Text.Json;
using Protokollsok.Documents;

namespace Protokollsok.Archive;

/// <summary>
/// Which generation of halves and index is in force. Everything that is made again at once is a generation of its own beside the one
/// before; that the file <c>generation.json</c> in the home names another one is the whole of the switch.
/// </summary>
/// <param name="Current">From 1; halves of this generation and, where there is none, of the latest before it are what is known.</param>
/// <param name="Index">The folder of the index in the home.</param>
/// <param name="PreviousIndex">The folder of the index before it, kept so that one can go back; <see langword="null"/> if there is none.</param>
/// <param name="Withdrawn">Generations that were rolled back or given up: their halves count no more.</param>
public sealed record Generations(int Current, string Index, string? PreviousIndex, IReadOnlyList<int> Withdrawn)
{
    internal const string FileName = "generation.json";

    /// <summary>A home in which nothing was ever made again.</summary>
    public static Generations First { get; } = new(1, "index", null, []);

    /// <summary>The folder of a generation's index, in the home.</summary>
    public static string IndexOf(int generation) => generation == 1 ? First.Index : FormattableString.Invariant($"{First.Index}-{generation}");

    /// <summary>What is in force in a home.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static Generations In(string home)
    {
        string path = Path.Combine(home, FileName);
        try
        {
            return File.Exists(path) ? DocumentsJson.Parse<Generations>(File.ReadAllBytes(path)) : First;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} Restore it from a backup.", e);
        }
    }

    /// <summary>Which of the generations that a document has is the one in force.</summary>
    /// <returns>0 if it has none.</returns>
    internal int Choose(IReadOnlyCollection<int> there)
    {
        int best = there.Where(each => each <= Current && !Withdrawn.Contains(each)).DefaultIfEmpty(0).Max();
        // It came after the switch that was taken back since: what there is, is what is known.
        return best > 0 ? best : there.Where(each => each <= Current).DefaultIfEmpty(0).Max();
    }
}
