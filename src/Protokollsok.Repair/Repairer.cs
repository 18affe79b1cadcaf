using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>
/// Repairs Swedish text that was read by an engine without Swedish: å, ä and ö come back where they were lost, digits read for letters
/// become letters; and single words of sound lines come right where one mark was taken for another, or where two readings of the page show what stood there.
/// Keeps lines; never touches numbers, case numbers, dates, amounts, addresses. Sound pages, other languages and tables pass as they are.
/// Repairing twice changes nothing more. Thread-safe.
/// </summary>
/// <param name="model">The model of Swedish; outlives the repairer.</param>
/// <param name="options">How bold repair is.</param>
/// <param name="local">The words of the place, learnt or listed.</param>
/// <param name="dictionary">Words that Swedish has besides; <see langword="null"/>: the model's and the place's are all.</param>
public sealed class Repairer(SwedishModel model, RepairOptions options, LocalWords local, ListedWords? dictionary = null)
{
    /// <summary>
    /// A second look at what the first one changed settles what it left open; more looks have changed nothing in any text.
    /// </summary>
    private const int MostRounds = 4;

    private readonly CandidateFinder _finder = new(model, dictionary ?? ListedWords.None, ConfusionWeights.Lost, local, new SpellingSearch(model).Find);
    private readonly StrayMarks _strayMarks = new(model, dictionary ?? ListedWords.None, local);
    private readonly SeenWords _words = new(model, dictionary ?? ListedWords.None);
    private readonly Misencodings _misencodings = new(model);

    /// <summary>Repairs where nothing is known of the place.</summary>
    public Repairer(SwedishModel model, RepairOptions options)
        : this(model, options, LocalWords.None)
    {
    }

    /// <summary>The pages of one document, in their order. A word of which the reader was unsure changes more easily.</summary>
    public IReadOnlyList<RepairedPage> Repair(IReadOnlyList<PageReading> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return Repair([.. pages.Select(page => page.Text)], (page, edited) => PageDraft.Of(pages[page], edited));
    }

    /// <summary>The pages of one document as texts with <c>\n</c> between lines, NFC. As many pages come out, with as many lines.</summary>
    public IReadOnlyList<RepairedPage> Repair(IReadOnlyList<string> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        return Repair(pages, (_, edited) => new PageDraft(edited.Text));
    }

    /// <summary>First what a conversion did, then blanks, then letters; after these, blanks once more, until nothing changes.</summary>
    private List<RepairedPage> Repair(IReadOnlyList<string> texts, Func<int, RepairedPage, PageDraft> draftOf)
    {
        var tokenizer = new Tokenizer(_words);
        var done = Decoded(texts);
        var drafts = done.Select((page, i) => draftOf(i, page)).ToList();
        for (var look = 0; look < MostRounds; look++)
        {
            var pages = Settled(drafts, tokenizer);
            var edited = TakeEdits(done, drafts, pages, areDecoded: false);
            foreach (var i in edited) drafts[i] = draftOf(i, done[i]);
            if (edited.Count > 0) continue;
            var round = 0;
            while (round < MostRounds && RepairOnce(drafts, pages))
            {
                round++;
                pages = Settled(drafts, tokenizer);
            }

            done = [.. done.Zip(drafts, (page, draft) => Layers.Over(page, draft.Finish()))];
            if (round == 0 || TakeEdits(done, drafts, pages, areDecoded: true).Count == 0) break;
            drafts = [.. done.Select((page, i) => draftOf(i, page))];
        }

        return WithSectionMarks(done);
    }

    private List<RepairedPage> Decoded(IReadOnlyList<string> texts)
    {
        var done = _misencodings.Decode(texts, options);
        for (var round = 1; round < MostRounds && done.Exists(page => page.Corrections.Count > 0); round++)
        {
            var again = _misencodings.Decode([.. done.Select(page => page.Text)], options);
            if (again.TrueForAll(page => page.Corrections.Count == 0)) break;
            done = [.. done.Zip(again, Layers.Over)];
        }

        return done;
    }

    /// <summary>Joins, splits and respells words; returns the pages on which there was any to be.</summary>
    /// <param name="done">What was done so far, which the drafts begin with or end in; the edits are put over it.</param>
    private List<int> TakeEdits(List<RepairedPage> done, List<PageDraft> drafts, List<PageTokens> pages, bool areDecoded)
    {
        var boundaries = new WordBoundaries(model, _finder, new Lazy<Dictionary<string, int>>(() => Met(pages)), areDecoded);
        var edited = new List<int>();
        for (var i = 0; i < done.Count; i++)
        {
            var edits = boundaries.Find(drafts[i].Lines, pages[i].Tokens, options);
            if (edits.Count == 0) continue;
            edited.Add(i);
            done[i] = Layers.Over(done[i], Layers.Edited(done[i].Text, edits));
        }

        return edited;
    }

    private static Dictionary<string, int> Met(List<PageTokens> pages)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages.Where(page => page.HasOpenWords))
        {
            foreach (ref readonly var token in page.Tokens.AsSpan())
            {
                if (!token.IsSettled && token.Kind == TokenKind.Word) met[token.Lower] = met.GetValueOrDefault(token.Lower) + 1;
            }
        }

        return met;
    }

    private bool RepairOnce(List<PageDraft> drafts, List<PageTokens> pages)
    {
        var tokens = pages.ConvertAll(page => page.Tokens);
        var verdicts = pages.Exists(page => page.HasOpenWords) ? new Decoder(model, _finder).Decode(tokens) : [];
        return Take(drafts, verdicts) | Take(drafts, _strayMarks.Decode(tokens)) | Take(drafts, new SecondWitness(model, _finder).Decode(tokens));
    }

    private List<PageTokens> Settled(List<PageDraft> drafts, Tokenizer tokenizer)
    {
        var pages = drafts.ConvertAll(draft => new PageTokens(draft.Lines.Length, draft.Tokens(tokenizer)));
        Settle(pages);
        return pages;
    }

    private void Settle(List<PageTokens> pages)
    {
        var judge = new DamageJudge(model, _finder);
        var conditions = judge.Judge(pages).AsSpan();
        foreach (var page in pages)
        {
            page.Settle(conditions[..page.Lines], judge);
            conditions = conditions[page.Lines..];
        }
    }

    private bool Take(List<PageDraft> drafts, List<List<Verdict>> verdicts)
    {
        var hasChanged = false;
        foreach (var (draft, found) in drafts.Zip(verdicts)) hasChanged |= draft.Take(found, options);
        return hasChanged;
    }

    private List<RepairedPage> WithSectionMarks(List<RepairedPage> pages)
    {
        foreach (var page in SectionMarks.Find([.. pages.Select(page => page.Text)], options).GroupBy(found => found.Page).ToList())
        {
            var marks = page.Select(found => found.Correction).ToList();
            var text = pages[page.Key].Text.ToCharArray();
            foreach (var mark in marks.Where(mark => mark.Applied)) mark.Now.CopyTo(0, text, mark.Start, mark.Length);
            pages[page.Key] = pages[page.Key] with
            {
                Text = new string(text),
                Corrections = [.. pages[page.Key].Corrections.Concat(marks).OrderBy(correction => correction.Start)],
            };
        }

        return pages;
    }
}
