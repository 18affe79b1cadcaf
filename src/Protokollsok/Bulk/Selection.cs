using System.Globalization;
using Protokollsok.Archive;
using Protokollsok.Documents;
using Protokollsok.Search;

namespace Protokollsok.Bulk;

/// <summary>
/// What <c>--only</c> means; several of them hold at once. <c>failed</c> · <c>older-than-version</c> · <c>board:NAME</c> · <c>municipality:NAME</c> ·
/// <c>type:TYPE</c> · <c>year:YYYY</c> · <c>query:WORDS</c> · <c>list:FILE</c> (ids, or their beginnings, a line each) · <c>confidence:0.7</c> (documents with a page
/// below it) · <c>engine:TEXT</c> (read by an engine whose versions hold the text) · <c>older-engine</c> (read by an engine that is not the latest in the archive).
/// </summary>
internal sealed class Selection
{
    public const string Words = "failed, older-than-version, board:NAME, municipality:NAME, type:TYPE, year:YYYY, query:WORDS, list:FILE, confidence:0.7, engine:TEXT or older-engine";

    private const int BoardsShown = 10;

    private const string And = " and ";

    private static readonly string[] s_kinds = ["failed", "older-than-version", "board", "municipality", "type", "year", "query", "list", "confidence", "engine", "older-engine"];

    private readonly List<(string Kind, string Value)> _terms = [];

    private Selection()
    {
    }

    /// <summary>Whether nothing is left out.</summary>
    public bool IsAll => _terms.Count == 0;

    /// <summary>Whether what is in quarantine is meant, too.</summary>
    public bool WantsFailed => _terms.Any(term => term.Kind == "failed");

    /// <exception cref="WrongUseException">A term is none of ours.</exception>
    public static Selection Parse(IEnumerable<string> terms)
    {
        var selection = new Selection();
        foreach (var term in terms)
        {
            var at = term.IndexOf(':', StringComparison.Ordinal);
            var (kind, value) = at < 0 ? (term, "") : (term[..at], term[(at + 1)..].Trim());
            if (!IsGood(kind, value)) throw new WrongUseException($"--only {term}: {Words} was expected.");
            if (kind == "list" && !File.Exists(value)) throw new WrongUseException($"--only {term}: there is no such file.");
            selection._terms.Add((kind, kind == "list" ? Path.GetFullPath(value) : value));
        }

        return selection;
    }

    /// <summary>In words, the same for the same.</summary>
    public override string ToString() => IsAll ? "everything" : string.Join(And, _terms.Select(term => term.Value.Length == 0 ? term.Kind : $"{term.Kind}:{term.Value}"));

    /// <summary>The terms of what <see cref="ToString"/> wrote: an " and " within a name parts none.</summary>
    public static IReadOnlyList<string> Terms(string told)
    {
        var terms = new List<string>();
        foreach (var part in told.Split(And))
        {
            if (terms.Count == 0 || s_kinds.Contains(part.Split(':')[0])) terms.Add(part);
            else terms[^1] += And + part;
        }

        return terms;
    }

    /// <summary>The searchable documents that are meant, in the order of arrival.</summary>
    /// <param name="version">What understands now.</param>
    public async Task<IReadOnlyList<DocumentId>> SelectAsync(LedgerReader ledger, DocumentArchive archive, SearchIndex index, string version, CancellationToken cancel)
    {
        IReadOnlyList<DocumentId> left = ledger.SearchableIds();
        foreach (var term in _terms.OrderBy(term => term.Kind is "failed" or "confidence"))
        {
            var keeps = await FilterAsync(term.Kind, term.Value, ledger, archive, index, version, cancel);
            left = [.. left.Where(keeps)];
        }

        return left;
    }

    /// <summary>Why no document is selected, for a person; with the boards that there are where one was named that is none.</summary>
    public async Task<string> NothingMeantAsync(SearchIndex index, CancellationToken cancel)
    {
        var told = $"No document is meant by {this}.";
        if (_terms.All(term => term.Kind != "board")) return told;
        var boards = (await index.SearchAsync(new SearchRequest { Size = 1 }, cancel)).Facets.Board.Select(board => board.Value).ToList();
        var unknown = _terms.Where(term => term.Kind == "board" && !boards.Contains(term.Value, StringComparer.OrdinalIgnoreCase)).ToList();
        return unknown.Count == 0 ? told : $"{told} There is no board {unknown[0].Value}{(boards.Count == 0 ? "" : $"; the archive has {string.Join(", ", boards.Take(BoardsShown))}{(boards.Count > BoardsShown ? " and others" : "")}")}.";
    }

    private static bool IsGood(string kind, string value) => kind switch
    {
        "failed" or "older-than-version" or "older-engine" => value.Length == 0,
        "board" or "municipality" or "query" or "list" or "engine" => value.Length > 0,
        "type" => SearchRequest.TypeNames.Contains(value, StringComparer.OrdinalIgnoreCase),
        "year" => value.Length == 4 && value.All(char.IsAsciiDigit) && value != "0000",
        "confidence" => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1,
        _ => false,
    };

    private static async Task<Func<DocumentId, bool>> FilterAsync(string kind, string value, LedgerReader ledger, DocumentArchive archive, SearchIndex index, string version, CancellationToken cancel)
    {
        switch (kind)
        {
            case "older-than-version":
                return id => ledger.Find(id)?.UnderstoodBy != version;
            case "engine":
                return id => ledger.Find(id)?.ReadBy?.Contains(value, StringComparison.OrdinalIgnoreCase) == true;
            case "older-engine":
                var latest = LatestEngine(ledger);
                return id => Engines(ledger.Find(id)).Any(engine => engine != latest);
            case "failed":
                return id => Record(archive, id) is not { Status: DocumentStatus.Complete };
            case "confidence":
                var least = double.Parse(value, CultureInfo.InvariantCulture);
                return id => Record(archive, id)?.Pages.Any(page => page.Confidence < least) != false;
            case "list":
                var listed = Listed(value, ledger);
                return listed.Contains;
            default:
                var found = await FoundAsync(Request(kind, value), index, cancel);
                return found.Contains;
        }
    }

    /// <summary>What the newest scan was read by: its name and version, before the comma.</summary>
    private static string? LatestEngine(LedgerReader ledger) =>
        ledger.SearchableIds().Reverse().Select(ledger.Find).SelectMany(Engines).FirstOrDefault();

    private static IEnumerable<string> Engines(LedgerEntry? entry) =>
        (entry?.ReadBy ?? "").Split(';', StringSplitOptions.TrimEntries).Where(part => part.StartsWith("tesseract", StringComparison.OrdinalIgnoreCase)).Select(part => part.Split(',')[0]).Distinct(StringComparer.Ordinal);

    private static DocumentRecord? Record(DocumentArchive archive, DocumentId id)
    {
        try
        {
            return archive.RecordBytes(id) is { } json ? DocumentsJson.Parse<DocumentRecord>(json) : null;
        }
        catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static HashSet<DocumentId> Listed(string file, LedgerReader ledger) =>
        [.. File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => ledger.FindByStart(line) switch
        {
            [var one] => one,
            [] => throw new WrongUseException($"{file}: there is no document {line}."),
            _ => throw new WrongUseException($"{file}: more than one document begins with {line}."),
        })];

    private static SearchRequest Request(string kind, string value) => kind switch
    {
        "board" => new SearchRequest { Board = value },
        "municipality" => new SearchRequest { Municipality = value },
        "type" => new SearchRequest { Type = value },
        "year" => new SearchRequest { From = DateOnly.ParseExact(value + "-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), To = DateOnly.ParseExact(value + "-12-31", "yyyy-MM-dd", CultureInfo.InvariantCulture) },
        _ => new SearchRequest { Query = value },
    };

    private static async Task<HashSet<DocumentId>> FoundAsync(SearchRequest request, SearchIndex index, CancellationToken cancel)
    {
        var found = new HashSet<DocumentId>();
        request = request with { Size = 100, Facets = false, Sort = SearchSort.Date };
        while (true)
        {
            try
            {
                var page = await index.SearchAsync(request, cancel);
                found.UnionWith(page.Hits.Select(hit => hit.Document.Id));
                if (page.Next is null) return found;
                request = request with { Cursor = page.Next };
            }
            catch (QuerySyntaxException e)
            {
                throw new WrongUseException($"--only query:{request.Query}: {e.Message}");
            }
        }
    }
}
