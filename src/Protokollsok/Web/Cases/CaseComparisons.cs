using Protokollsok.Documents;

namespace Protokollsok.Web.Cases;

/// <summary>Sets each proposal of a case against the decision that answers it.</summary>
internal static class CaseComparisons
{
    /// <summary>Below this two texts are about different things; half of the words of a changed proposal are usually its own.</summary>
    private const double LeastLikeness = .5;

    /// <summary>A decision that only refers to a proposal is no longer than this.</summary>
    private const int MostWordsOfAdoption = 25;

    private const int MostPoints = 400;

    private sealed record Point(Decision Decision, DateOnly? Day, IReadOnlyList<string> Words, HashSet<string> Bare);

    /// <summary>Each proposal, then each decision that answers none, in the order of the steps.</summary>
    public static IReadOnlyList<CaseComparison> Of(IReadOnlyList<CaseStep> steps)
    {
        var points = steps.SelectMany(step => step.Decisions.Select(decision => PointOf(decision, step.Document.Date?.FirstDay))).Take(MostPoints).ToList();
        var (proposals, decisions) = (Kind(points, DecisionKind.Proposal), Kind(points, DecisionKind.Decision));
        var answers = proposals.Select(proposal => Compare(proposal, decisions)).ToList();
        var answered = answers.Select(answer => answer.Decision).ToHashSet();
        var unproposed = decisions.Where(decision => !answered.Contains(decision.Decision.Id))
            .Select(decision => new CaseComparison(null, decision.Decision.Id, CaseOutcome.Unproposed, 0, []));
        return [.. answers, .. unproposed];
    }

    private static List<Point> Kind(List<Point> points, DecisionKind kind) => points.FindAll(point => point.Decision.Kind == kind);

    private static Point PointOf(Decision decision, DateOnly? day)
    {
        var words = WordDifference.WordsOf(decision.Text);
        return new Point(decision, day, words, [.. words.Select(WordDifference.Bare).Where(word => word.Length > 0)]);
    }

    /// <summary>The decision that is most like it, of these the one with the same number; else one that adopts what was proposed.</summary>
    private static CaseComparison Compare(Point proposal, List<Point> decisions)
    {
        // Nothing is decided before it is proposed.
        var later = decisions.FindAll(decision => decision.Day is null || proposal.Day is null || decision.Day >= proposal.Day);
        var best = later.Select(decision => (Decision: decision, Likeness: Likeness(proposal, decision)))
            .OrderByDescending(pair => pair.Likeness).ThenByDescending(pair => pair.Decision.Decision.Number == proposal.Decision.Number).FirstOrDefault();
        if (best.Likeness >= LeastLikeness) return Compare(proposal, best.Decision, best.Likeness);
        var adoption = later.Find(decision => Adopts(decision, proposal));
        return adoption is null
            ? new CaseComparison(proposal.Decision.Id, null, CaseOutcome.Undecided, 0, [])
            : new CaseComparison(proposal.Decision.Id, adoption.Decision.Id, CaseOutcome.Adopted, Math.Round(Likeness(proposal, adoption), 3), []);
    }

    private static CaseComparison Compare(Point proposal, Point decision, double likeness)
    {
        var differences = WordDifference.Between(proposal.Words, decision.Words);
        var outcome = differences.Count == 0 || differences.All(difference => IsFrame(difference, proposal, decision)) ? CaseOutcome.Same : CaseOutcome.Changed;
        return new CaseComparison(proposal.Decision.Id, decision.Decision.Id, outcome, Math.Round(likeness, 3), outcome == CaseOutcome.Same ? [] : differences);
    }

    /// <summary>Dice's coefficient of the two sets of words: 1 where they share all.</summary>
    private static double Likeness(Point one, Point other) =>
        one.Bare.Count + other.Bare.Count == 0 ? 0 : 2.0 * one.Bare.Count(other.Bare.Contains) / (one.Bare.Count + other.Bare.Count);

    /// <summary>Who decides and that it is decided: <i>Nämnden beslutar att</i> against <i>att</i>.</summary>
    private static bool IsFrame(CaseDifference difference, Point proposal, Point decision) =>
        WordDifference.WordsOf($"{difference.Proposed} {difference.Decided}").Select(WordDifference.Bare)
            .All(word => IsVerbOfDeciding(word) || IsNameIn(word, decision.Decision) || IsNameIn(word, proposal.Decision));

    private static bool IsVerbOfDeciding(string word) =>
        word is "" or "att" or "besluta" or "beslutar" or "beslutade" or "beslöt" or "föreslår" or "föreslås" or "föreslog" or "hemställer";

    private static bool IsNameIn(string word, Decision decision) =>
        $"{decision.DecidedBy} {decision.ProposedBy}".Split(' ').Any(name => word.Length > 0 && WordDifference.Bare(name) == word);

    /// <summary><i>Fullmäktige beslutar enligt kommunstyrelsens förslag</i>, <i>bifaller förslaget</i>; never what itself is turned down.</summary>
    private static bool Adopts(Point decision, Point proposal)
    {
        if (decision.Words.Count > MostWordsOfAdoption || decision.Bare.Overlaps(["avslår", "avslås", "återremitteras", "återremittera", "bordläggs"])) return false;
        var namesProposal = decision.Bare.Any(word => word.StartsWith("förslag", StringComparison.Ordinal) || word.EndsWith("förslag", StringComparison.Ordinal));
        var follows = decision.Bare.Overlaps(["enligt", "enlighet", "bifaller", "bifalla", "bifalls", "antar", "fastställer", "godkänner", "tillstyrker"]);
        return namesProposal && follows && (proposal.Decision.DecidedBy is null || decision.Decision.DecidedBy is null
            || string.Equals(proposal.Decision.DecidedBy, decision.Decision.DecidedBy, StringComparison.OrdinalIgnoreCase));
    }
}
