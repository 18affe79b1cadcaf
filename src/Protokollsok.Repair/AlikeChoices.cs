using System.Runtime.InteropServices;

namespace Protokollsok.Repair;

/// <summary>What a document's other places say about a choice: how often the same form was read, and what it was taken for there.</summary>
internal sealed class AlikeChoices
{
    private readonly Dictionary<string, int> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Taken> _changed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Read, string Best), Taken> _taken = [];

    /// <param name="rows">The document's pages.</param>
    /// <param name="choices">What was chosen on them.</param>
    public AlikeChoices(List<RowOfWords?> rows, List<List<Choice>> choices)
    {
        foreach (var choice in choices.SelectMany(page => page))
        {
            Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_changed, choice.Token.Lower, out _), choice);
            Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_taken, (choice.Token.Lower, choice.Best.Text), out _), choice);
        }

        foreach (var row in rows)
        {
            foreach (var token in row?.Tokens ?? [])
            {
                if (token.Kind != TokenKind.Word) continue;
                if (!token.IsSettled && _changed.ContainsKey(token.Lower)) CollectionsMarshal.GetValueRefOrAddDefault(_read, token.Lower, out _)++;
            }
        }
    }

    /// <summary>How often the form was read elsewhere, how often of these it was taken for another word than here (or left), and how likely on the mean where it was
    /// taken for the same (logarithm of odds; 0 where nowhere).</summary>
    public (int Others, int Otherwise, double MeanOdds) Beside(Choice choice)
    {
        var others = Math.Max(0, _read.GetValueOrDefault(choice.Token.Lower) - 1);
        var same = _taken.GetValueOrDefault((choice.Token.Lower, choice.Best.Text));
        var mean = same.Times > 1 ? (same.Odds - Odds(choice)) / (same.Times - 1) : 0;
        return (others, Math.Max(0, others - (same.Times - 1)), mean);
    }

    private static void Add(ref Taken taken, in Choice choice)
    {
        taken.Times++;
        taken.Odds += Odds(choice);
    }

    private static double Odds(in Choice choice) => Math.Clamp(ChoiceEvidence.LogOdds(choice.Posterior), -ChoiceEvidence.MostOdds, ChoiceEvidence.MostOdds);

    private struct Taken
    {
        public int Times;
        public double Odds;
    }
}
