using Protokollsok.Language;

namespace Protokollsok.Bench;

/// <summary>
/// Tells which changes are wrong only because the source's author left a mark out: in small letters as printed what neither the model nor hunspell knows, and the
/// change made the common word of it. Without hunspell none is told.
/// </summary>
internal static class AuthorsErrors
{
    /// <summary>From this count in the model on a word is common.</summary>
    private const int Common = 100;

    public static void Mark(List<JudgedChange> changes, SwedishModel model)
    {
        var doubtful = changes.Index().Where(change => MayBe(change.Item, model)).ToList();
        var known = Hunspell.Ask(doubtful.Select(change => Printed(change.Item)));
        foreach (var (number, change) in doubtful)
        {
            if (known.GetValueOrDefault(Printed(change)) is not null) changes[number] = change with { IsAuthors = true };
        }
    }

    private static bool MayBe(JudgedChange change, SwedishModel model) =>
        !change.IsRight && change.Printed is not null && Printed(change) is { Length: > 2 } printed && printed.All(char.IsLower)
        && printed == RepairScore.Core(change.Was) && model.Find(printed) < 0 && model.Count(RepairScore.Core(change.Now)) >= Common;

    private static string Printed(JudgedChange change) => RepairScore.Core(change.Printed!);
}
