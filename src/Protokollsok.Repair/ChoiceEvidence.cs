using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>What is known of a choice when it is asked how far it can be believed: its kind and twenty-six numbers, each of which may speak for or against it.</summary>
internal sealed class ChoiceEvidence(SwedishModel model, ListedWords dictionary)
{
    /// <summary>Beyond e^14 a posterior gains no belief.</summary>
    public const double MostOdds = 14;

    private const double LeastOdds = -4, LeastContext = -4, MostContext = 8, LeastMarks = -6;
    private const int LongestWord = 16;

    /// <summary>From this likelihood on a confusion is none of those that the document is full of.</summary>
    private const double LogRare = -3, LeastRare = -8;

    /// <summary>Where the numbers tell how likely an unknown name has its marks where it has them, logarithm; 0 for others.</summary>
    public const int NameMarks = 26;

    /// <summary>The kind of a word over an unknown one, where nothing else known could stand.</summary>
    public const int WordForNone = 1;

    /// <summary>A word of the lexicon over another, over an unknown one, the same with another word as runner-up, a compound, a word by its letters.</summary>
    public static int KindOf(Choice choice)
    {
        if (choice.Best.IsKnown && choice.AsRead.IsKnown) return 0;
        if (choice.Best.IsWord) return choice.Second.IsKnown ? 2 : WordForNone;
        return choice.Best.IsCompound ? 3 : 4;
    }

    /// <summary>The kind, then the numbers, the same ones for each kind. <c>testdata/make/calibrate.py</c> knows which of them may only speak for a choice, by their order.</summary>
    /// <param name="weights">What the document showed of the damage.</param>
    /// <param name="isBorneOut">Whether the document or the place shows the word; between two words that both exist it says nothing.</param>
    /// <param name="alike">What the document's other places say.</param>
    public double[] Of(Choice choice, ConfusionWeights weights, bool isBorneOut, AlikeChoices alike)
    {
        var (seen, best, second, kind) = (choice.Token.Seen, choice.Best, choice.Second, KindOf(choice));
        var (isCapital, isCapitals) = (char.IsUpper(seen[0]), choice.Token.Word.IsCapitals);
        var (marks, letters) = (LettersOf(best), LettersOf(second));
        var (use, useAsRead) = (UseOf(best), UseOf(choice.AsRead));
        var (others, otherwise, meanOdds) = alike.Beside(choice);
        double rarest = 0;
        foreach (var confusion in best.Confusions) rarest = Math.Min(rarest, Math.Max(weights[confusion], LeastRare) - LogRare);
        return
        [
            kind,
            Math.Clamp(LogOdds(choice.Posterior), LeastOdds, MostOdds),
            Math.Clamp(LogOdds(choice.FirstPosterior), LeastOdds, MostOdds),
            Math.Min(Math.Log(choice.Posterior / Math.Max(choice.SecondPosterior, 1e-12)), MostOdds),
            Math.Clamp(choice.ContextOdds, LeastContext, MostContext),
            One(isBorneOut && kind is 1 or 3 or 4),
            meanOdds, (double)otherwise / Math.Max(1, others), Math.Log(1 + others),
            best.LogSpelling / seen.Length,
            Math.Clamp(marks.Spelling - letters.Spelling, -MostOdds, MostOdds),
            Math.Clamp(marks.Marks - letters.Marks, LeastMarks, -LeastMarks),
            Math.Max(marks.Marks, LeastMarks),
            Math.Min(seen.Length, LongestWord), rarest, choice.Rivals,
            use.LogCount, useAsRead.LogCount,
            One(choice.IsInside && isCapital && !isCapitals), One(isCapitals),
            One(best.IsListed), One(choice.AsRead.IsListed), use.Held, useAsRead.Held,
            LogLocal(best) - LogLocal(choice.Second), Math.Clamp(choice.LocalOdds, -MostContext, MostContext),
            choice.IsUnknownName ? Math.Max(LogMarksOfName(best), LeastMarks) : 0,
        ];
    }

    /// <summary>Asked once for each candidate that is remembered.</summary>
    private CandidateUse UseOf(Candidate candidate) =>
        candidate.Use ??= new CandidateUse(LogCount(candidate), dictionary.Words == 0 ? 0 : dictionary.Holds(candidate.Text) ? 1 : -1);

    public static double LogOdds(double posterior) => Math.Log(Math.Max(posterior, 1e-12)) - Math.Log(Math.Max(1 - posterior, 1e-12));

    /// <summary>What a word's letters say, asked once for each candidate that is remembered.</summary>
    private CandidateLetters LettersOf(Candidate candidate) =>
        candidate.Letters ??= new CandidateLetters(model.LogSpelling(candidate.Text), model.LogMarks(candidate.Text));

    private double LogMarksOfName(Candidate candidate) =>
        double.IsNaN(candidate.LogMarksOfName) ? candidate.LogMarksOfName = model.LogMarks(candidate.Text, isName: true) : candidate.LogMarksOfName;

    private double LogCount(Candidate candidate) => Math.Log(1 + candidate.LocalCount + (candidate.Word < model.WordCount ? model.CountOf(candidate.Word) : 0));

    private static double LogLocal(Candidate candidate) => Math.Log(1 + candidate.LocalCount);

    private static double One(bool isSo) => isSo ? 1 : 0;
}
