using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>Finds the words of the dictionary that a word as read may have been. How common they are nobody has counted: their letters must tell.</summary>
internal sealed class DictionarySearch(SwedishModel model, ListedWords dictionary, ConfusionWeights weights)
{
    /// <summary>
    /// Of words of so many letters that the lexicon does not hold, which share the dictionary does, 0–1; counted in two municipalities' texts. Long ones are mostly compounds.
    /// </summary>
    private const double ShareOfShort = 0.6, ShareOfLong = 0.1, LessPerLetter = 0.1;

    private const int ShortWord = 9;

    /// <summary>
    /// How far the letters tell how common a word of the dictionary is: hardly, they are good for telling words from what is none. Of all powers of their likelihood this one explains
    /// the words of held-out texts best; the gain makes the likelihoods of all words sum to 1.
    /// </summary>
    private const double Sharpness = 0.15, LogGain = 3.9;

    /// <summary>How rarely a name is written small, and a word with a capital where that shows names.</summary>
    private const double LogNameAsWord = -5, LogWordAsName = -1.5;

    /// <summary>A smaller dictionary is taken for a part of one that large: its words are no commoner for that.</summary>
    private const int LeastWords = 200_000;

    private readonly double _logOne = -Math.Log(Math.Max(dictionary.Words, LeastWords));

    /// <summary>Of words of so many letters that the lexicon does not hold, which share the dictionary does not hold either, logarithm.</summary>
    public double LogUnlisted(int length) => dictionary.Words == 0 ? 0 : Math.Log(1 - ShareOf(length));

    /// <param name="seen">The word as read, lower case.</param>
    /// <param name="isOpen">Whether a hyphen follows: then only what begins compounds is meant, which <see cref="CompoundSearch"/> finds.</param>
    public IEnumerable<Candidate> Find(string seen, bool isOpen)
    {
        if (isOpen || dictionary.Words == 0) yield break;
        foreach (var match in new LexiconSearch(dictionary, weights).Matches(seen, 0))
        {
            if (match.End == seen.Length && Listed(match, seen) is { } word) yield return word;
        }
    }

    private static double ShareOf(int length) => Math.Clamp(ShareOfShort - (LessPerLetter * (length - ShortWord)), ShareOfLong, ShareOfShort);

    private Candidate? Listed(LexiconMatch match, string seen)
    {
        var uses = dictionary.UsesOf(match.Entry);
        if ((uses & (WordUses.Word | WordUses.Name)) == 0 || (uses.HasFlag(WordUses.Unsuggested) && match.Text != seen)) return null;
        var log = Math.Log(ShareOf(match.Text.Length)) + _logOne + LogGain + (Sharpness * model.LogSpelling(match.Text));
        var asWord = log + (uses.HasFlag(WordUses.Word) ? 0 : LogNameAsWord);
        var asName = log + (uses.HasFlag(WordUses.Name) ? 0 : LogWordAsName);
        return new Candidate(match.Text, model.Unknown, asWord, asName, false, match.Confusions) { IsListed = true, IsOnlyName = !uses.HasFlag(WordUses.Word) };
    }
}
