using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Intake;

/// <summary>
/// Tells the same paper scanned twice, by what stands in it: pairs of neighbouring words without their dots and rings, so that two
/// readings of one page share most of them. Minutes of one board share their phrases and differ in their pairs; a form letter shares
/// those, too, and differs in its case number and date.
/// </summary>
internal static class NearDuplicate
{
    /// <summary>
    /// Two readings of one paper share .9 and more of their pairs, clean or damaged, minutes of the same board .1 and less; forms
    /// filled in twice lie between.
    /// </summary>
    public const double LeastLikeness = .55;

    /// <summary>Fewer words say nothing: a cover page is like every other.</summary>
    private const int LeastWords = 40;

    private const int ShortestWord = 3;

    /// <summary>What tells a text; <see langword="null"/> if it is too short.</summary>
    public static Sketch? SketchOf(IEnumerable<PageRecord> pages)
    {
        var words = pages.SelectMany(page => WordsOf(page.Text)).ToList();
        return words.Count < LeastWords ? null : Sketch.Of(words.Zip(words.Skip(1), (one, next) => Mixed((one * 31) + next)));
    }

    /// <summary>What two documents that look alike say themselves: other cases or another day are another document.</summary>
    public static bool MayBeSame(DocumentRecord one, DocumentRecord other)
    {
        var (cases, others) = (one.CaseNumbers.Select(found => found.Value.Key).ToHashSet(), other.CaseNumbers.Select(found => found.Value.Key).ToHashSet());
        return (cases.Count == 0 || others.Count == 0 || cases.Overlaps(others))
            && (one.MeetingDate is null || other.MeetingDate is null || one.MeetingDate.Value == other.MeetingDate.Value)
            && (one.DocumentDate is null || other.DocumentDate is null || one.DocumentDate.Value == other.DocumentDate.Value);
    }

    public static Finding FindingOf(DocumentId other) =>
        new(Findings.NearDuplicate, $"Nearly the same text as the document {other.Hex}: perhaps the same paper, scanned twice.", []);

    /// <summary>The documents that findings of this kind name.</summary>
    public static IEnumerable<DocumentId> IdsIn(IEnumerable<Finding> findings) => findings
        .Where(finding => finding.Code == Findings.NearDuplicate)
        .SelectMany(finding => finding.Message.Split([' ', ':']))
        .Select(word => DocumentId.TryParse(word, out var id) ? id : null)
        .OfType<DocumentId>();

    /// <summary>Hashes of words of some length and of all numbers, in their order. A word parted at the line's end is two; so it is in the other reading.</summary>
    private static IEnumerable<uint> WordsOf(string text)
    {
        var (hash, length, isNumber) = (0u, 0, false);
        foreach (var letter in text + " ")
        {
            if (char.IsLetterOrDigit(letter))
            {
                (isNumber, length) = (isNumber || char.IsDigit(letter), length + 1);
                hash = ((length == 1 ? 2166136261u : hash) ^ Folded(letter)) * 16777619u;
                continue;
            }

            if (length >= ShortestWord || isNumber) yield return hash;
            (length, isNumber) = (0, false);
        }
    }

    private static char Folded(char letter) => char.ToLowerInvariant(letter) switch
    {
        'å' or 'ä' or 'à' or 'á' => 'a',
        'ö' or 'ó' or 'ô' => 'o',
        'é' or 'è' or 'ë' => 'e',
        'ü' => 'u',
        var other => other,
    };

    /// <summary>Spreads a hash over all numbers (the finalizer of MurmurHash3): the smallest are to be chosen by chance.</summary>
    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
