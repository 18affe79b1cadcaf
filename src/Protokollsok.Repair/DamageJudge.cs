using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Decides whether a page lost its å, ä and ö. The whole safety of repair begins here: what is sound is not decoded at all.
/// </summary>
internal sealed class DamageJudge(SwedishModel model, CandidateFinder finder, RepairOptions options)
{
    /// <summary>A page with fewer letters says little by its rate; the document speaks for it.</summary>
    private const int FewLetters = 300;

    private const double KnownShare = 0.6, DamagedShare = 0.02, ClearShare = 0.08;

    private static readonly HashSet<string> s_swedish = new(StringComparer.Ordinal)
    {
        "och", "att", "som", "med", "av", "till", "den", "det", "en", "ett", "om", "de", "ska", "har", "inte", "vid", "kan", "i", "enligt", "samt",
    };

    private static readonly HashSet<string> s_english = new(StringComparer.Ordinal)
    {
        "the", "of", "and", "to", "is", "that", "by", "with", "this", "are", "be", "from", "as", "was", "it", "not", "which", "in", "on", "has",
        "have", "will", "shall", "or", "for",
    };

    /// <summary>The share of å, ä and ö among the letters of some lines, and how many letters there are.</summary>
    public static (double Rate, int Letters) Rate(IEnumerable<string> lines)
    {
        var (letters, swedish) = (0, 0);
        foreach (var c in lines.SelectMany(line => line))
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is 'å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö') swedish++;
        }

        return (letters == 0 ? 0 : (double)swedish / letters, letters);
    }

    /// <summary>Whether the rate of å, ä and ö alone allows that the page is damaged.</summary>
    public bool MayBeDamaged(IReadOnlyList<string> lines) => Rate(lines).Rate < options.SoundRate;

    /// <summary>Whether more words than chance explains are no words, but would be with å, ä or ö.</summary>
    public bool IsDamaged(IReadOnlyList<string> lines, IReadOnlyList<Token> tokens, double documentRate)
    {
        var words = tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        if (words.Count == 0 || IsEnglish(words)) return false;
        var known = words.Count(IsSwedish);
        var damaged = words.Count(NeedsItsLetters);
        var isAgainstDocument = Rate(lines).Letters < FewLetters && documentRate >= options.SoundRate;
        var share = (double)damaged / words.Count;
        return known >= KnownShare * words.Count && share >= (isAgainstDocument ? ClearShare : DamagedShare) && (damaged > 1 || share >= 0.25);
    }

    /// <summary>Whether a page of a damaged document, too short to show it, is taken for damaged too.</summary>
    public bool SharesDamage(IReadOnlyList<string> lines, IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        return words.Count > 0 && Rate(lines).Letters < FewLetters && !IsEnglish(words) && words.Count(IsSwedish) >= KnownShare * words.Count;
    }

    private bool IsSwedish(Token word) => finder.Find(word.Lower, word.IsOpen).Any(candidate => candidate.IsKnown || candidate.IsCompound);

    /// <summary>More of the words that hold English together than of those that hold Swedish together.</summary>
    public static bool IsEnglish(IReadOnlyCollection<Token> words) =>
        words.Count(word => s_english.Contains(word.Lower)) > words.Count(word => s_swedish.Contains(word.Lower));

    /// <summary>No word as it stands, but one with å, ä or ö; a name proves nothing, since names are spelled in many ways.</summary>
    private bool NeedsItsLetters(Token word)
    {
        var candidates = finder.Find(word.Lower, word.IsOpen);
        return !candidates[0].IsKnown
            && candidates.Any(candidate => candidate.IsKnown && candidate.Text.AsSpan().ContainsAny("åäö") && model.CapitalShare(candidate.Word) < 0.5);
    }
}
