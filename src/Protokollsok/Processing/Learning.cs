using Protokollsok.Archive;
using Protokollsok.Configuration;
using Protokollsok.Documents;
using Protokollsok.Language;

namespace Protokollsok.Processing;

/// <summary>
/// What an archive's own sound pages teach repair: the words of the place, and which stand beside those that look alike. Never a page on which repair changed or doubted anything, so that it cannot learn its own
/// mistakes. Kept in the home, in <c>knowledge</c>: the sum in <c>learnt.txt</c>, and what each document taught beside
/// it, so that one that is deleted can be taken out. All of it can be removed at any time and learnt again.
/// </summary>
internal static class Learning
{
    /// <summary>A page with fewer letters, or a smaller share of å, ä and ö among them, may have lost them; one that was read less surely may be misread.</summary>
    private const int LeastLetters = 200;

    private const double LeastMarks = 0.02, LeastConfidence = 0.9;

    /// <summary>Beside other work it is done in such steps: each is kept, and others may forget in between.</summary>
    public const int AtOnce = 200;

    /// <param name="Documents">In all.</param>
    /// <param name="Forgotten">That were gone, and are out of it now.</param>
    /// <param name="New">Of these, learnt just now.</param>
    /// <param name="Pages">Sound pages of the new ones.</param>
    /// <param name="Words">Different words in all.</param>
    public sealed record Outcome(int Documents, int Forgotten, int New, int Pages, int Words);

    public static string PathIn(Home home) => Path.Combine(home.Data, "knowledge", "learnt.txt");

    /// <summary>What is known of the place: learnt, taught by people, and listed in the file that the settings name.</summary>
    public static LocalWords Known(Settings settings, Home? home) => Known(settings, home, Learnt(home));

    /// <param name="learnt">Of the home's sound pages.</param>
    public static LocalWords Known(Settings settings, Home? home, LocalWords learnt) =>
        learnt.With((settings.LocalNames is { } list ? File.ReadLines(list) : []).Concat(home is null ? [] : ReviewedWords.Load(home)));

    /// <summary>What was learnt of the home's sound pages.</summary>
    public static LocalWords Learnt(Home? home) => home is null ? LocalWords.None : LocalWords.Of(LearntWords.Load(PathIn(home)), []);

    /// <summary>Forgets documents that are gone, and learns searchable ones that have not been learnt.</summary>
    /// <param name="most">So many documents at most.</param>
    public static async Task<Outcome> LearnAsync(Home home, LedgerReader ledger, DocumentArchive archive, int most, CancellationToken cancel)
    {
        var taught = new TaughtWords(home);
        using var turn = await taught.WaitAsync(cancel);
        var learnt = LearntWords.Load(PathIn(home));
        var ids = ledger.SearchableIds();
        learnt = ForgetGone(learnt, taught, [.. ids.Select(id => id.Hex)], out var forgotten);
        foreach (var id in ledger.DeletedIds()) taught.Remove(id.Hex);
        var (added, pages) = (0, 0);
        using var model = SwedishModel.OpenDefault();
        var alikes = new LookAlikes(model);
        foreach (var id in ids.Where(id => !learnt.Documents.Contains(id.Hex)).ToList())
        {
            if (added == most) break;
            if (await RecordAsync(archive, id, cancel) is not { } record) continue;
            List<string> sound = [.. record.Pages.Where(IsSound).Select(page => page.Text)];
            taught.Keep(id.Hex, learnt.Learn(id.Hex, sound, alikes));
            (added, pages) = (added + 1, pages + sound.Count);
        }

        // What counts in the sum can be taken out of it, also after a power cut.
        if (added > 0) archive.Files.FlushFileSystem();
        if (added > 0 || forgotten > 0) learnt.Save(PathIn(home));
        return new Outcome(learnt.Documents.Count, forgotten, added, pages, learnt.Counts.Count);
    }

    /// <summary>Nothing of a document stays that is being deleted.</summary>
    /// <returns>Whether repair knew anything of it.</returns>
    public static async Task<bool> ForgetAsync(Home home, DocumentId id, CancellationToken cancel)
    {
        var taught = new TaughtWords(home);
        using var turn = await taught.WaitAsync(cancel);
        // Asked in turn: the first of it may just have been gathered.
        var learnt = LearntWords.Load(PathIn(home));
        var isKnown = learnt.Documents.Contains(id.Hex);
        if (isKnown)
        {
            if (taught.Of(id.Hex) is { } words) learnt.Forget(id.Hex, words);
            else learnt = new LearntWords();
            learnt.Save(PathIn(home));
        }

        taught.Remove(id.Hex);
        return isKnown;
    }

    private static LearntWords ForgetGone(LearntWords learnt, TaughtWords taught, HashSet<string> there, out int forgotten)
    {
        List<string> gone = [.. learnt.Documents.Where(id => !there.Contains(id))];
        forgotten = gone.Count;
        foreach (var id in gone)
        {
            // Nobody knows what it taught: all is learnt anew.
            if (taught.Of(id) is not { } words) return new LearntWords();
            learnt.Forget(id, words);
            taught.Remove(id);
        }

        return learnt;
    }

    private static async Task<DocumentRecord?> RecordAsync(DocumentArchive archive, DocumentId id, CancellationToken cancel)
    {
        try
        {
            return await archive.LoadRecordAsync(id, cancel);
        }
        catch (InvalidDataException)
        {
            // A damaged record is verify's matter; here it teaches nothing.
            return null;
        }
    }

    private static bool IsSound(PageRecord page)
    {
        if (page.Corrections.Count > 0 || page.Confidence < LeastConfidence) return false;
        var (letters, marks) = (0, 0);
        foreach (var c in page.Text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö') marks++;
        }

        return letters >= LeastLetters && marks >= LeastMarks * letters;
    }
}
