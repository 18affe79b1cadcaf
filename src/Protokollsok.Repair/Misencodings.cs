using System.Buffers;
using System.Text;
using Protokollsok.Language;

namespace Protokollsok.Repair;

/// <summary>
/// Decodes letters that a program, not a scanner, ruined: a document's bytes were read in another encoding (<c>fÃ¶r</c>, <c>f|r</c>). One decision for the whole
/// document, by its own words: what becomes words speaks for an encoding, what becomes none against it, so that quotes, braces and tables of a sound text stay.
/// </summary>
internal sealed class Misencodings(SwedishModel model)
{
    private const double Confidence = 0.9995;

    /// <summary>Of signs that other texts use, too, so many different words must come right, and this many for one that does not.</summary>
    private const int LeastWords = 3, PerFailure = 3;

    private const int LongestRun = WordShape.LongestWord * 4;

    private static readonly SearchValues<char> s_beginnings = SearchValues.Create(Misencoding.Beginnings);

    /// <summary>The pages of one document, decoded; as they are where nothing shows another encoding.</summary>
    public List<RepairedPage> Decode(IReadOnlyList<string> pages, RepairOptions options)
    {
        var decoded = pages.Select(page => new RepairedPage(page, [])).ToList();
        if (options.ApplyFrom > Confidence || !pages.Any(page => page.AsSpan().ContainsAny(s_beginnings))) return decoded;
        var runs = pages.Select(Runs).ToList();
        if (Best(pages, runs) is not { } encoding) return decoded;
        return [.. pages.Select((page, i) => Layers.Edited(page, [.. Edits(page, runs[i], encoding)]))];
    }

    /// <summary>What stands between blanks and holds a letter and the beginning of a form.</summary>
    private static List<(int Start, int Length)> Runs(string text)
    {
        var runs = new List<(int, int)>();
        for (int at = 0, next; at < text.Length && (next = text.AsSpan(at).IndexOfAny(s_beginnings)) >= 0;)
        {
            var (start, end) = (at + next, at + next);
            while (start > at && !IsBlank(text[start - 1])) start--;
            while (end < text.Length && !IsBlank(text[end])) end++;
            if (end - start <= LongestRun) runs.Add((start, end - start));
            at = Math.Max(end, at + next + 1);
        }

        return runs;
    }

    /// <summary>A blank; letters of other code pages may look like one (U+0085).</summary>
    private static bool IsBlank(char c) => c is ' ' or '\n' or '\t' or '\r';

    private Misencoding? Best(IReadOnlyList<string> pages, List<List<(int Start, int Length)>> runs)
    {
        var (best, most) = ((Misencoding?)null, 0);
        foreach (var encoding in Misencoding.All)
        {
            var (words, failures) = (new HashSet<string>(StringComparer.Ordinal), 0);
            foreach (var (page, run) in pages.Zip(runs).SelectMany(pair => pair.Second.Select(run => (pair.First, run))))
                failures += Weigh(page.AsSpan(run.Start, run.Length), encoding, words);
            var isShown = words.Count >= (encoding.IsPlain ? 1 : LeastWords) && words.Count >= (encoding.IsPlain ? 1 : PerFailure) * failures;
            if (isShown && words.Count > most) (best, most) = (encoding, words.Count);
        }

        return best;
    }

    /// <summary>
    /// Adds the words that the run's forms become; returns how many become none though they stand inside letters. A sign beside a word proves nothing: any
    /// quotation mark before <i>de</i> would make <i>öde</i>.
    /// </summary>
    private int Weigh(ReadOnlySpan<char> run, Misencoding encoding, HashSet<string> words)
    {
        var failures = 0;
        foreach (var found in Words(run.ToString(), encoding).Where(found => encoding.IsPlain || found.IsInside))
        {
            if (IsWord(found.Text)) words.Add(found.Text);
            else if (found.IsInside) failures++;
        }

        return failures;
    }

    private bool IsWord(string word) => model.Find(word.ToLowerInvariant()) >= 0;

    /// <summary>A word with its outer forms, and none without them.</summary>
    private bool IsOnlyWhole(EncodedWord word) => IsWord(word.Text) && (word.Bare.Length < 2 || !IsWord(word.Bare)) && (char.IsLower(word.Text[0]) ? !word.Text.Any(char.IsUpper) : word.Text.Length > 1);

    /// <summary>Never beside a digit, where it is part of a number; of signs that other texts use only what is a word of one case.</summary>
    private bool CanDecode(string run, EncodedWord word, Misencoding encoding)
    {
        if (IsDigit(run, word.Start - 1) || IsDigit(run, word.Start + word.Length)) return false;
        return encoding.IsPlain || (HasOneCase(word.Text) && (word.IsInside || IsOnlyWhole(word)));
    }

    private static bool HasOneCase(string word) => !word.Skip(1).Any(char.IsUpper) || word.All(char.IsUpper);

    /// <summary>Whether it is an address, a file name or a number with signs; not what follows a number (<c>20-årig</c>).</summary>
    private static bool IsProtected(string now) => now.Any(char.IsLetter) && Protection.Covers(now) && !Protection.IsNumberWithWord(now);

    private IEnumerable<Edit> Edits(string page, List<(int Start, int Length)> runs, Misencoding encoding)
    {
        var reason = $"letters of another encoding: {encoding.Name}";
        foreach (var (start, length) in runs)
        {
            var run = page.Substring(start, length);
            var words = Words(run, encoding).Where(word => CanDecode(run, word, encoding)).ToList();
            if (Decoded(run, words, encoding) is var now && now != run && !IsProtected(now)) yield return Trimmed(new Edit(start, length, now, Confidence, reason), run);
        }
    }

    /// <summary>Without the signs after it that stay.</summary>
    private static Edit Trimmed(Edit edit, string run)
    {
        var same = 0;
        while (same < Math.Min(run.Length, edit.Now.Length) - 1 && run[^(same + 1)] == edit.Now[^(same + 1)] && !char.IsLetter(run[^(same + 1)])) same++;
        return edit with { Length = run.Length - same, Now = edit.Now[..^same] };
    }

    private static string Decoded(string run, List<EncodedWord> words, Misencoding encoding)
    {
        var (decoded, next) = (new StringBuilder(), 0);
        for (var at = 0; at < run.Length;)
        {
            while (next < words.Count && words[next].Start < at) next++;
            if (next < words.Count && words[next].Start == at)
            {
                decoded.Append(words[next].Text);
                at += words[next].Length;
            }
            else if (encoding.SignAt(run.AsSpan(at)) is { Length: > 0 } sign && !IsDigit(run, at - 1) && !IsDigit(run, at + sign.Length))
            {
                decoded.Append(sign.Sign);
                at += sign.Length;
            }
            else
            {
                decoded.Append(run[at++]);
            }
        }

        return decoded.ToString();
    }

    private static bool IsDigit(string run, int at) => at >= 0 && at < run.Length && char.IsAsciiDigit(run[at]);

    /// <summary>The run's words of letters and forms, decoded, those that hold a form.</summary>
    private static IEnumerable<EncodedWord> Words(string run, Misencoding encoding)
    {
        var (word, start, forms) = (new StringBuilder(), 0, 0);
        var (beginsInForm, endsInForm) = (false, false);
        for (var at = 0; at <= run.Length;)
        {
            var (letter, length) = at < run.Length ? encoding.LetterAt(run.AsSpan(at)) : ('\0', 0);
            if (length == 0 && at < run.Length && char.IsLetter(run[at]) && encoding.SignAt(run.AsSpan(at)).Length == 0) (letter, length) = (run[at], 1);
            else if (length > 0) forms++;
            if (length > 0)
            {
                endsInForm = letter != run[at];
                beginsInForm |= endsInForm && word.Length == 0;
                word.Append(letter);
                at += length;
                continue;
            }

            if (forms > 0 && word.Length > 1) yield return new EncodedWord(start, at - start, word.ToString(), beginsInForm, endsInForm);
            word.Clear();
            (forms, beginsInForm, endsInForm, start) = (0, false, false, ++at);
        }
    }

    /// <summary>A word that holds letters of another encoding.</summary>
    /// <param name="Start">In the run.</param>
    /// <param name="Length">In the run.</param>
    /// <param name="Text">Decoded.</param>
    private readonly record struct EncodedWord(int Start, int Length, string Text, bool BeginsInForm, bool EndsInForm)
    {
        /// <summary>Whether each form has a letter at both sides.</summary>
        public bool IsInside => !BeginsInForm && !EndsInForm;

        /// <summary>Without the letters that a form at its ends became.</summary>
        public string Bare => Text[(BeginsInForm ? 1 : 0)..Math.Max(BeginsInForm ? 1 : 0, Text.Length - (EndsInForm ? 1 : 0))];
    }
}
