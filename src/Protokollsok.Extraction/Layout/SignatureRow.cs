using System.Buffers;

namespace Protokollsok.Extraction;

/// <summary>A row of labels under which people sign each page; every column is such a label.</summary>
internal static class SignatureRow
{
    private const int Longest = 140;

    /// <summary>Letters that may be left over: specks, a stroke of a signature.</summary>
    private const int MostLeft = 3;

    /// <summary>Labels shorter than this, in letters, are not looked for where they may be misread.</summary>
    private const int ShortestMisread = 12;

    public static bool Is(string line)
    {
        if (!line.AsSpan().ContainsAny(SignatureWords)) return false;
        var folded = Folded.Letters(line);
        if (folded.Length is 0 or > Longest) return false;
        var rest = Without(SignatureLabels, folded);
        return rest.Length < folded.Length && Without(PostLabels, rest).Length <= MostLeft;
    }

    /// <summary>Whether a line in a page's foot is such a row with a letter or two misread in each label.</summary>
    public static bool IsMisread(string line)
    {
        var folded = Folded.Letters(line);
        if (folded.Length is < ShortestMisread or > Longest) return false;
        var (rest, letters) = (folded, LettersOf(folded));
        foreach (var (label, needed) in LongLabels)
        {
            // Comparing letter by letter costs more than all else on a page; what lacks too many of a label's letters cannot hold it.
            if (Missing(needed, letters) > NearText.EditsFor(label.Length)) continue;
            while (rest.Length > MostLeft && NearText.Find(label, rest) is var found && found.Edits <= NearText.EditsFor(label.Length))
                rest = rest.Remove(found.Start, found.End - found.Start);
        }

        rest = Without(SignatureLabels, rest);
        return rest.Length < folded.Length && Without(PostLabels, rest).Length <= MostLeft;
    }

    /// <summary>How often each of a to z stands there.</summary>
    private static int[] LettersOf(string folded)
    {
        var letters = new int['z' - 'a' + 1];
        foreach (var letter in folded)
        {
            if (char.IsAsciiLetterLower(letter)) letters[letter - 'a']++;
        }

        return letters;
    }

    private static int Missing(int[] needed, int[] there)
    {
        var missing = 0;
        for (var letter = 0; letter < needed.Length; letter++) missing += Math.Max(0, needed[letter] - there[letter]);
        return missing;
    }

    private static string Without(string[] labels, string folded)
    {
        foreach (var label in labels) folded = folded.Replace(label, "", StringComparison.Ordinal);
        return folded;
    }

    /// <summary>One of them is part of every label.</summary>
    private static readonly SearchValues<string> SignatureWords = SearchValues.Create(["sign", "bestyrk", "justerand", "namnteckn"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Folded; the longer before those that they contain.</summary>
    private static readonly string[] SignatureLabels =
    [
        "ordforandenssignatur", "ordforandessignatur", "ordfsignatur", "ordforandenssign", "ordforandessign", "ordforandesign",
            "justerarenssignatur", "justerarnassignatur", "justerarnassign", "justerarenssign", "justerandessignatur",
        "justerandessignum", "justerandessign", "justerandesignatur", "justerandesign", "justeringssignatur", "justeringssign",
            "justerandesnamnteckning", "justsign", "utdragsbestyrkande", "utdragetbestyrkes", "utdragetbestyrks", "bestyrkande",
        "ordfsign", "justerandes", "sekreterarenssignatur", "sekreterarenssign", "sekrsign", "signatur", "signaturer",
    ];

    private static readonly (string Label, int[] Letters)[] LongLabels =
        [.. SignatureLabels.Where(label => label.Length >= ShortestMisread).Select(label => (label, LettersOf(label)))];

    /// <summary>What else such a row may say beside one of those; by themselves they stand on the cover sheet and under names.</summary>
    private static readonly string[] PostLabels = ["ordforande", "justerande", "justerare", "sekreterare", "ordf", "just"];
}
