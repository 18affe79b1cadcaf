using Protokollsok.Language;
using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>Finds the words of the dictionary that a word as read may have been. How common they are nobody has counted: their letters must tell.</summary>
internal sealed class DictionarySearch(SwedishModel model, ListedWords dictionary, ConfusionWeights weights)
{
    /// <summary>Of the words that the lexicon does not hold, which share the dictionary does.</summary>
    public const double Share = 0.5;

    /// <summary>How far the letters tell how common a word is, and what its being in the dictionary adds.</summary>
    private const double Sharpness = 0.6, LogGain = -2;

    /// <summary>How rarely a name is written small, and a word with a capital where that shows names.</summary>
    private const double LogNameAsWord = -5, LogWordAsName = -2;

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

    private Candidate? Listed(LexiconMatch match, string seen)
    {
        var uses = dictionary.UsesOf(match.Entry);
        if ((uses & (WordUses.Word | WordUses.Name)) == 0 || (uses.HasFlag(WordUses.Unsuggested) && match.Text != seen)) return null;
        var log = Math.Log(Share) + (Sharpness * model.LogSpelling(match.Text)) + LogGain;
        var asWord = log + (uses.HasFlag(WordUses.Word) ? 0 : LogNameAsWord);
        var asName = log + (uses.HasFlag(WordUses.Name) ? 0 : LogWordAsName);
        return new Candidate(match.Text, model.Unknown, asWord, asName, false, match.Confusions) { IsListed = true };
    }
}
