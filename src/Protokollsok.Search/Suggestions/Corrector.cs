using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Language.Words;
using Protokollsok.Search.Queries;

namespace Protokollsok.Search.Suggestions;

/// <summary>
/// Says what may have been meant by a query that finds little, from the words that the archive itself holds: dots lost, one or two
/// letters, compounds written apart or together. Where nothing has all the words, a word that narrows to nothing may be left out beside one that is
/// put right.
/// </summary>
internal sealed class Corrector(ArchiveWords archive, WordAnalyzer analyzer)
{
    /// <summary>A query that finds more needs no help.</summary>
    private const int Few = 3;

    private const int ShortestWord = 3, ShortestForTwoEdits = 6, ShortestPart = 3;
    private const int MostWords = 8, NearWords = 40, MostForOneWord = 4, MostTried = 24;

    /// <summary>How much further away a word may be for being found e times as often.</summary>
    private const double CommonWordBonus = .12;

    /// <summary>A word that no lexicon holds may be a misspelling that the archive has, too, where one near it is found so many times as often.</summary>
    private const int MuchCommoner = 10;

    private const double LeftOutCost = 1;

    private const double JoinedCost = .4, ApartCost = .6, MostCost = 2;

    /// <exception cref="QuerySyntaxException">The query is malformed.</exception>
    public async Task<DidYouMean?> CorrectAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var typed = Nfc.Of(request.Query ?? "");
        var words = QueryWords(typed);
        if (words.Count is 0 or > MostWords) return null;
        var queries = words.Select(word => new AllNode([new WordsNode(word.Value)])).Prepend(QueryParser.Parse(typed)).ToList();
        var counts = await archive.CountAsync(request, queries, cancellationToken);
        if (counts[0] > Few) return null;

        var rewritings = new List<List<Rewriting>>();
        for (var i = 0; i < words.Count; i++)
            if (counts[i + 1] <= Few) rewritings.Add(await NearAsync(words[i], counts[i + 1], cancellationToken));
        if (counts[0] == 0 && rewritings.TrueForAll(near => near.Count == 0))
        {
            for (var i = 0; i < words.Count; i++)
                if (counts[i + 1] > Few && !analyzer.IsWord(words[i].Value)) rewritings.Add(await NearAsync(words[i], counts[i + 1] * MuchCommoner, cancellationToken));
        }

        var tried = Tried(typed, words, rewritings);
        if (tried.Count == 0) return null;
        var best = await BestAsync(request, tried, counts[0], cancellationToken);
        if (best is not null || counts[0] > 0 || !typed.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')) return best;
        tried = LeavingOut(typed, [.. words.Zip(counts.Skip(1))], rewritings);
        return tried.Count == 0 ? null : await BestAsync(request, tried, counts[0], cancellationToken);
    }

    /// <summary>Each rewriting without one of the other words, the rarest first.</summary>
    private static List<(string Query, double Cost)> LeavingOut(string typed, List<(Token Word, long Found)> words, List<List<Rewriting>> rewritings) =>
        [.. (from near in rewritings.SelectMany(near => near)
             from other in words
             where other.Word.Start != near.Start
             let without = new Rewriting(other.Word.Start, other.Word.Length, "", LeftOutCost + (CommonWordBonus * Math.Log(1 + other.Found)))
             let both = new[] { near, without }.OrderByDescending(one => one.Start).Aggregate(typed, (query, one) => one.In(query))
             orderby near.Cost + without.Cost
             select (string.Join(' ', both.Split(' ', StringSplitOptions.RemoveEmptyEntries)), near.Cost + without.Cost)).Take(MostTried)];

    /// <summary>The words of a query without its operators and fields.</summary>
    private static List<Token> QueryWords(string typed) =>
        [.. Tokenizer.Tokenize(typed).Where(token => token.Kind == TokenKind.Word && token.Value.Length >= ShortestWord && !IsPartOfSyntax(typed, token))];

    private static bool IsPartOfSyntax(string typed, Token token)
    {
        var (start, end) = (token.Start, token.Start + token.Length);
        if (end < typed.Length && typed[end] is ':' or '*') return true;
        return start > 0 && typed[start - 1] is '-' or ':';
    }

    private async Task<List<Rewriting>> NearAsync(Token word, long found, CancellationToken cancellationToken)
    {
        var near = await archive.NearAsync(word.Value, word.Value.Length < ShortestForTwoEdits ? 1 : 2, NearWords, cancellationToken);
        var dots = await archive.BeginningAsync(Entries.IndexFields.Text, word.Value, looseDots: true, NearWords, cancellationToken);
        return [.. near.Concat(dots.Where(term => term.Text.Length == word.Value.Length)).DistinctBy(term => term.Text)
            .Where(term => term.Text != word.Value && term.Entries > found && term.Text.All(letter => char.IsLetter(letter) || letter == '-'))
            .Select(term => (term, Cost: LetterDistance.Between(word.Value, term.Text)))
            .Where(near => near.Cost <= MostCost)
            .Select(near => new Rewriting(word.Start, word.Length, near.term.Text, near.Cost - (CommonWordBonus * Math.Log(near.term.Entries))))
            .OrderBy(rewriting => rewriting.Cost).Take(MostForOneWord)
            .Concat(Apart(word))];
    }

    /// <summary>A compound that the archive may have only in parts; whether it does, the counting tells.</summary>
    private IEnumerable<Rewriting> Apart(Token word)
    {
        var forms = analyzer.Analyze(word.Value);
        if (forms.Parts.Count >= 2) yield return new Rewriting(word.Start, word.Length, string.Join(' ', Outermost(forms.Parts, word.Value)), ApartCost);
        for (var cut = ShortestPart; cut <= word.Value.Length - ShortestPart; cut++)
        {
            var (head, tail) = (word.Value[..cut], word.Value[cut..]);
            if (analyzer.IsWord(head) && analyzer.IsWord(tail)) yield return new Rewriting(word.Start, word.Length, $"{head} {tail}", ApartCost + .2);
        }
    }

    /// <summary>The longest parts that together are not longer than the word.</summary>
    private static List<string> Outermost(IReadOnlyList<string> parts, string word)
    {
        var taken = new List<string>();
        foreach (var part in parts.OrderByDescending(part => part.Length))
            if (!taken.Exists(longer => longer.Contains(part, StringComparison.Ordinal)) && taken.Sum(one => one.Length) + part.Length <= word.Length + 1) taken.Add(part);
        return [.. taken.OrderBy(part => word.IndexOf(part[..Math.Min(3, part.Length)], StringComparison.Ordinal))];
    }

    private static IEnumerable<Rewriting> Together(string typed, List<Token> words)
    {
        foreach (var (first, second) in words.Zip(words.Skip(1)))
        {
            var between = first.Start + first.Length;
            if (second.Start - between != 1 || typed[between] != ' ') continue;
            var length = second.Start + second.Length - first.Start;
            yield return new Rewriting(first.Start, length, first.Value + second.Value, JoinedCost);
            if (first.Value[^1] != 's') yield return new Rewriting(first.Start, length, $"{first.Value}s{second.Value}", JoinedCost + .1);
        }
    }

    /// <summary>Whole queries with what they cost: all doubtful words by their nearest ones, then one at a time.</summary>
    private static List<(string Query, double Cost)> Tried(string typed, List<Token> words, List<List<Rewriting>> rewritings)
    {
        var tried = new List<(string, double)>();
        var known = rewritings.Where(near => near.Count > 0).ToList();
        if (known.Count > 1)
        {
            var all = known.Select(near => near[0]).OrderByDescending(rewriting => rewriting.Start).ToList();
            tried.Add((all.Aggregate(typed, (query, rewriting) => rewriting.In(query)), all.Sum(rewriting => rewriting.Cost)));
        }

        tried.AddRange(known.SelectMany(near => near).Concat(Together(typed, words)).OrderBy(one => one.Cost).Select(one => (one.In(typed), one.Cost)));
        return [.. tried.Where(one => one.Item1 != typed).Take(MostTried)];
    }

    /// <summary>The cheapest that finds something, and more than what was typed.</summary>
    private async Task<DidYouMean?> BestAsync(SearchRequest request, List<(string Query, double Cost)> tried, long found, CancellationToken cancellationToken)
    {
        var counts = await archive.CountAsync(request, [.. tried.Select(one => QueryParser.Parse(one.Query))], cancellationToken);
        return tried.Zip(counts, (one, count) => (one.Query, one.Cost, Count: count))
            .Where(one => one.Count > found)
            .OrderBy(one => one.Cost).ThenByDescending(one => one.Count).ThenBy(one => one.Query, StringComparer.Ordinal)
            .Select(one => new DidYouMean(one.Query, one.Count, archive.IsComplete))
            .FirstOrDefault();
    }
}
