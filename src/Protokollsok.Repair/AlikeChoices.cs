using System.Runtime.InteropServices;

namespace Protokollsok.Repair;

/// <summary>What a document's other places say about a choice: how often the same form was read, and what it was taken for there.</summary>
internal sealed class AlikeChoices
{
    private readonly Dictionary<string, Form> _forms = new(StringComparer.Ordinal);

    /// <param name="rows">The document's pages.</param>
    /// <param name="choices">What was chosen on them.</param>
    public AlikeChoices(List<RowOfWords?> rows, List<List<Choice>> choices)
    {
        foreach (var choice in choices.SelectMany(page => page))
        {
            var form = CollectionsMarshal.GetValueRefOrAddDefault(_forms, choice.Token.Lower, out _) ??= new Form();
            form.Add(choice.Best.Text, Odds(choice));
        }

        foreach (var row in rows)
        {
            foreach (ref readonly var token in (row?.Tokens).AsSpan())
            {
                if (!token.IsSettled && token.Kind == TokenKind.Word && _forms.TryGetValue(token.Lower, out var form)) form.Read++;
            }
        }
    }

    /// <summary>How often the form was read elsewhere, how often of these it was taken for another word than here (or left), and how likely on the mean where it was
    /// taken for the same (logarithm of odds; 0 where nowhere).</summary>
    public (int Others, int Otherwise, double MeanOdds) Beside(Choice choice)
    {
        var form = _forms[choice.Token.Lower];
        var others = Math.Max(0, form.Read - 1);
        var (times, odds) = form.For(choice.Best.Text);
        var mean = times > 1 ? (odds - Odds(choice)) / (times - 1) : 0;
        return (others, Math.Max(0, others - (times - 1)), mean);
    }

    private static double Odds(Choice choice) => Math.Clamp(ChoiceEvidence.LogOdds(choice.Posterior), -ChoiceEvidence.MostOdds, ChoiceEvidence.MostOdds);

    /// <summary>How often one form was read, and what it was taken for.</summary>
    private sealed class Form
    {
        private readonly List<(string Best, int Times, double Odds)> _taken = new(1);

        public int Read { get; set; }

        public void Add(string best, double odds)
        {
            var at = _taken.FindIndex(taken => taken.Best == best);
            if (at < 0) _taken.Add((best, 1, odds));
            else _taken[at] = (best, _taken[at].Times + 1, _taken[at].Odds + odds);
        }

        public (int Times, double Odds) For(string best)
        {
            foreach (var taken in _taken)
            {
                if (taken.Best == best) return (taken.Times, taken.Odds);
            }

            return (0, 0);
        }
    }
}
