using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Language.Words;
using Protokollsok.Search.Entries;
using Protokollsok.Search.Queries;

namespace Protokollsok.Search.Suggestions;

/// <summary>Says how a query that is being typed may go on: case numbers, words, titles.</summary>
internal sealed class Suggester(ArchiveWords archive, WordAnalyzer analyzer)
{
    /// <summary>A longer beginning is no beginning.</summary>
    private const int LongestTyped = 200;

    /// <summary>Of one word several inflections may be the most frequent: as many terms are looked at for each suggestion.</summary>
    private const int TermsForOne = 5;

    private bool _gaveUp;

    public async Task<SuggestionList> SuggestAsync(string typed, int most, CancellationToken cancellationToken) =>
        new(await ListAsync(typed, most, cancellationToken), archive.IsComplete && !_gaveUp);

    private async Task<IReadOnlyList<Suggestion>> ListAsync(string typed, int most, CancellationToken cancellationToken)
    {
        var text = Nfc.Of(typed).TrimStart();
        if (text.Length > LongestTyped || Tokenizer.Tokenize(text) is not [.., var last] tokens) return [];
        var numbers = await PatientlyAsync(DnrAsync(text, most, cancellationToken));
        var titles = PatientlyAsync(TitlesAsync(tokens, most, cancellationToken));
        if (char.IsWhiteSpace(text[^1]) || last.Kind != TokenKind.Word) return [.. numbers, .. (await titles).Take(most - numbers.Count)];
        var words = PatientlyAsync(WordsAsync(text[..last.Start], last.Value, most, cancellationToken));
        return Mixed(numbers, await words, await titles, most);
    }

    /// <summary>What takes too long is left out: who types a short beginning in a large archive has made no mistake, and goes on typing.</summary>
    private async Task<IReadOnlyList<Suggestion>> PatientlyAsync(Task<IReadOnlyList<Suggestion>> suggestions)
    {
        try
        {
            return await suggestions;
        }
        catch (QueryTooLongException)
        {
            _gaveUp = true;
            return [];
        }
    }

    /// <summary>The case numbers first; of the rest words take a half, and what the others leave.</summary>
    private static List<Suggestion> Mixed(
        IReadOnlyList<Suggestion> numbers, IReadOnlyList<Suggestion> words, IReadOnlyList<Suggestion> titles, int most)
    {
        var left = most - numbers.Count;
        var titlesTaken = Math.Min(titles.Count, Math.Max(left / 2, left - words.Count));
        return [.. numbers, .. words.Take(left - titlesTaken), .. titles.Take(titlesTaken)];
    }

    private async Task<IReadOnlyList<Suggestion>> WordsAsync(string before, string start, int most, CancellationToken cancellationToken)
    {
        var found = await archive.BeginningAsync(IndexFields.Text, start, looseDots: true, most * TermsForOne, cancellationToken);
        var words = found.Where(term => term.Text.All(letter => char.IsLetter(letter) || letter is '-' or '\''))
            .GroupBy(term => analyzer.Analyze(term.Text).Normal)
            .OrderByDescending(forms => forms.Sum(form => form.Entries))
            .Take(most)
            .Select(forms => before + Shown(forms, start)).ToList();
        var queries = words.Select(word => new AllNode([new WordsNode(word)])).ToList();
        if (before.Length > 0) queries = [.. words.Select(word => Parsed(word) ?? new AllNode([new WordsNode(word)]))];
        var counts = await archive.CountAsync(new SearchRequest(), queries, cancellationToken);
        return [.. InOrder(words.Zip(counts, (word, count) => new Suggestion(word, SuggestionKind.Word, count)))];
    }

    /// <summary>The normal form where the archive has it and it goes on from what was typed, else the most frequent one.</summary>
    private static string Shown(IGrouping<string, ArchiveTerm> forms, string start) =>
        forms.Key.Length >= start.Length && forms.Any(form => form.Text == forms.Key) ? forms.Key : forms.First().Text;

    private async Task<IReadOnlyList<Suggestion>> TitlesAsync(IReadOnlyList<Token> tokens, int most, CancellationToken cancellationToken)
    {
        var whole = tokens.SkipLast(1).Select(token => (QueryNode)new WordsNode(token.Value));
        var names = await archive.NamesAsync(new AllNode([.. whole, new PrefixNode(tokens[^1].Value)]), most, cancellationToken);
        return [.. InOrder(names.Where(name => TellingTitle.Is(name.Text)).Select(name => new Suggestion(name.Text, SuggestionKind.Title, name.Entries)))];
    }

    private async Task<IReadOnlyList<Suggestion>> DnrAsync(string text, int most, CancellationToken cancellationToken)
    {
        if (DnrKeys.Beginning(text) is not { } start) return [];
        var field = char.IsLetter(start[0]) ? IndexFields.Dnr : IndexFields.DnrWithoutUnit;
        var keys = await archive.BeginningAsync(field, start, looseDots: false, most, cancellationToken);
        return [.. InOrder(keys.Select(key => new Suggestion(DnrKeys.Shown(key.Text), SuggestionKind.Dnr, key.Entries)))];
    }

    private static IOrderedEnumerable<Suggestion> InOrder(IEnumerable<Suggestion> suggestions) =>
        suggestions.Where(one => one.Count > 0).OrderByDescending(one => one.Count).ThenBy(one => one.Text, SwedishOrder.Instance);

    private static AllNode? Parsed(string query)
    {
        try
        {
            return QueryParser.Parse(query);
        }
        catch (QuerySyntaxException)
        {
            return null;
        }
    }
}
