using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>What a word as read may have been.</summary>
/// <param name="Text">Lower case.</param>
/// <param name="Word">Its number in the model, or the model's number for unknown words.</param>
/// <param name="LogSpelling">How likely an unknown word is this one, by its parts and letters; 0 for a known one.</param>
/// <param name="LogName">How likely an unknown name is this one; 0 for a known word.</param>
/// <param name="IsCompound">Whether it is unknown but put together from known parts.</param>
/// <param name="Confusions">The confusions that lead from it to what was read, by number.</param>
internal sealed record Candidate(string Text, int Word, double LogSpelling, double LogName, bool IsCompound, byte[] Confusions)
{
    private string? _folded;

    /// <summary>Without å ä ö.</summary>
    public string Folded => _folded ??= ConfusionKeys.Fold(Text);

    /// <summary>A word of the lexicon.</summary>
    public bool IsKnown => LogSpelling == 0;

    /// <summary>How often the place's own sound pages, or its list of names, hold it.</summary>
    public int LocalCount { get; init; }

    /// <summary>How much likelier a word of the lexicon is at this place than elsewhere, logarithm.</summary>
    public double LogLocal { get; init; }

    /// <summary>What its letters say; <see langword="null"/> until somebody asked.</summary>
    public CandidateLetters? Letters { get; set; }

    /// <summary>Whether it is known, and always with a capital: nothing that was printed with a small letter.</summary>
    public bool IsOnlyName { get; init; }

    /// <summary>How likely it has its marks as a name, logarithm; not a number until somebody asked.</summary>
    public double LogMarksOfName { get; set; } = double.NaN;

    /// <summary>How often it stands in text, logarithm, and whether the dictionary holds it; <see langword="null"/> until somebody asked.</summary>
    public CandidateUse? Use { get; set; }

    /// <summary>Whether the installed dictionary holds it and the lexicon does not.</summary>
    public bool IsListed { get; init; }

    /// <summary>A word, of the lexicon, of the place or of the dictionary.</summary>
    public bool IsWord => IsKnown || LocalCount > 0 || IsListed;
}
