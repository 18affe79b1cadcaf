using Protokollsok.Language.Dictionaries;

namespace Protokollsok.Repair;

/// <summary>
/// A word as read, without its place: all that repair asks about it again and again, looked up once. Tokens that are read alike share it.
/// </summary>
internal sealed class SeenWord
{
    private const int LongestAcronym = 5, LongestSpaced = 3;

    /// <summary>What it says about its line, without and with a hyphen after it, plus one; 0 before anybody asked.</summary>
    private byte _evidence, _evidenceOpen;

    private Candidate[]? _lost, _lostOpen, _light, _lightOpen;

    /// <param name="seen">As read.</param>
    /// <param name="lower">In lower case.</param>
    /// <param name="entry">Its number in the model; -1 for a word that the lexicon does not hold.</param>
    /// <param name="uses">What the dictionary lets it be used for.</param>
    public SeenWord(string seen, string lower, int entry, WordUses uses = WordUses.None)
    {
        (Seen, Lower, Entry) = (seen, lower, entry);
        (Kind, KindBesideDigits) = WordShape.KindsOf(seen);
        IsCapital = seen.Length > 0 && char.IsUpper(seen[0]);
        IsCapitals = IsCapital && seen.All(char.IsUpper);
        BeginsSmall = seen.Length > 0 && char.IsLower(seen[0]);
        GoesOnSmall = seen.Length > 0 && WordShape.AreAllSmall(seen.AsSpan(1));
        IsSmall = GoesOnSmall && BeginsSmall;
        IsMarked = MarkVariants.CanDiffer(lower);
        IsKnown = entry >= 0 || uses.HasFlag(WordUses.Word) || (IsCapital && uses.HasFlag(WordUses.Name));
        IsLetters = seen.Length > 0 && seen.All(char.IsLetter);
        IsSpaced = IsLetters && seen.Length <= LongestSpaced;
        HasDigitInside = WordShape.HasDigitInside(seen);
        HasLostLetter = seen.Contains(ConfusionTable.Lost, StringComparison.Ordinal);
    }

    /// <summary>Nothing: what a boundary is read as.</summary>
    public static SeenWord None { get; } = new("", "", -1);

    public string Seen { get; }

    /// <summary>In lower case, but for an odd capital inside a small word, which was an å, ä or ö.</summary>
    public string Lower { get; }

    /// <summary>Its number in the model; -1 for a word that the lexicon does not hold.</summary>
    public int Entry { get; }

    /// <summary>Whether the lexicon or the dictionary holds it as it was read.</summary>
    public bool IsKnown { get; }

    public TokenKind Kind { get; }

    /// <summary>What it is where it is joined to digits by a sign.</summary>
    public TokenKind KindBesideDigits { get; }

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital { get; }

    /// <summary>Whether it begins with a small letter; what begins with a sign read for a letter begins with neither.</summary>
    public bool BeginsSmall { get; }

    /// <summary>Whether all of it is capitals.</summary>
    public bool IsCapitals { get; }

    /// <summary>Whether all of it is small letters.</summary>
    public bool IsSmall { get; }

    /// <summary>Whether all that comes after its first character is small letters.</summary>
    public bool GoesOnSmall { get; }

    /// <summary>Whether it is so short in capitals that it can stand for a name.</summary>
    public bool IsAcronym => IsCapitals && Seen.Length <= LongestAcronym;

    /// <summary>Whether it has å, ä or ö and is long enough to be known again.</summary>
    public bool IsMarked { get; }

    /// <summary>Whether it is letters and nothing else.</summary>
    public bool IsLetters { get; }

    /// <summary>Whether it is so few letters that they may be some of a word printed with blanks between its letters.</summary>
    public bool IsSpaced { get; }

    /// <summary>Whether a digit or two stand in a long row of letters.</summary>
    public bool HasDigitInside { get; }

    /// <summary>Whether a letter was lost while the text was converted (U+FFFD).</summary>
    public bool HasLostLetter { get; }

    /// <summary>The word itself as the only candidate; <see langword="null"/> before anybody asked.</summary>
    public Candidate[]? Alone { get; set; }

    /// <summary>How far it leads into the lexicon; <see langword="null"/> before anybody asked.</summary>
    public LexiconReach[]? Reach { get; set; }

    /// <summary>Where it may be two words; <see langword="null"/> before anybody asked.</summary>
    public WordSplit? Split { get; set; }

    /// <summary>Where what it may have been is remembered; <see langword="null"/> before anybody asked.</summary>
    /// <param name="isLight">On a line that kept its letters.</param>
    /// <param name="isOpen">Whether a hyphen follows.</param>
    public ref Candidate[]? Candidates(bool isLight, bool isOpen)
    {
        if (isLight) return ref isOpen ? ref _lightOpen : ref _light;
        return ref isOpen ? ref _lostOpen : ref _lost;
    }

    /// <summary>What it says about its line; <see langword="null"/> before anybody found out.</summary>
    /// <param name="isOpen">Whether a hyphen follows.</param>
    public WordEvidence? EvidenceOf(bool isOpen) => (isOpen ? _evidenceOpen : _evidence) is var known and > 0 ? (WordEvidence)(known - 1) : null;

    /// <summary>Remembers what it says about its line. Whoever finds out finds the same, so threads need not wait for one another.</summary>
    public WordEvidence Remember(WordEvidence evidence, bool isOpen)
    {
        if (isOpen) _evidenceOpen = (byte)(evidence + 1);
        else _evidence = (byte)(evidence + 1);
        return evidence;
    }
}
