using System.CommandLine;
using System.Net;
using Protokollsok.Documents;
using Protokollsok.Language;
using Protokollsok.Search;
using Protokollsok.Web;

namespace Protokollsok.Cli;

/// <summary><c>search QUERY</c>: the same search and JSON as the API. Only reads, so it works while another program processes.</summary>
internal static class SearchCommand
{
    private static readonly string[] Filters =
        ["municipality", "board", "from", "to", "minAmount", "maxAmount", "dnr", "type", "kind", "sort", "cursor", "size", "facets"];

    public static Command Create()
    {
        var query = new Argument<string>("QUERY") { Description = "words, \"phrase\", -not, OR, prefix*, dnr: board: section:", DefaultValueFactory = _ => "" };
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var filters = Filters.ToDictionary(name => name, name => new Option<string?>("--" + name) { Description = "as the API's parameter", HelpName = name });
        var command = new Command("search", "search decisions") { query, data, json };
        foreach (var filter in filters.Values) command.Add(filter);
        command.SetAction((parsed, cancel) =>
        {
            string? Of(string name) => parsed.GetValue(filters[name]);
            var parameters = new SearchParameters(
                parsed.GetValue(query), Of("municipality"), Of("board"), Of("from"), Of("to"), Of("minAmount"), Of("maxAmount"), Of("dnr"),
                Of("type"), Of("kind"), Of("sort"), Of("cursor"), Of("size"), Of("facets"));
            return RunAsync(parameters, parsed.GetValue(data)!, parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(SearchParameters parameters, string data, bool json, CancellationToken cancel)
    {
        var home = CommonOptions.ExistingHome(data);
        using var ledger = CommonOptions.ExistingLedger(home);
        using var model = SwedishModel.OpenDefault();
        await using var index = await SearchIndex.OpenAsync(home.Index, readOnly: true, new WordAnalyzer(model), cancellationToken: cancel);
        try
        {
            var page = await new SearchService(() => index, ledger).SearchAsync(parameters, cancel);
            if (json) Output.WriteJson(page);
            else Write(page);
            return ExitCode.Done;
        }
        catch (QuerySyntaxException e)
        {
            throw new WrongUseException($"{e.Message} (at character {e.Position + 1} of the query)");
        }
        catch (Exception e) when (e is BadParameterException or CursorException)
        {
            throw new WrongUseException(e.Message);
        }
    }

    /// <summary>Hits for a person at a terminal.</summary>
    internal static void Write(SearchPage page)
    {
        foreach (var hit in page.Hits)
        {
            var kind = hit.Decision is { } decision ? $"{DocumentsJson.ToText(decision.Kind).Trim('"')} {decision.Number}{(decision.Section is null ? "" : $" § {decision.Section}")}" : "page";
            string?[] about = [hit.Document.Board, hit.Document.Date?.ToString(), string.Join(", ", hit.Document.Dnr), $"page {hit.Page}"];
            Output.Results.WriteLine($"{kind}: {hit.Name ?? hit.Document.Id.Hex[..12]}");
            Output.Results.WriteLine($"  {string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part)))}");
            Output.Results.WriteLine($"  {Plain(hit.Snippet)}");
        }

        if (page.DidYouMean is { } meant) Output.Results.WriteLine($"did you mean: {meant.Query} ({meant.Count} hits)");
        Output.Results.WriteLine($"{page.Total} hits in {page.Coverage?.Searchable} of {page.Coverage?.Documents} documents");
    }

    /// <summary>A snippet is HTML; a terminal shows its marks as brackets.</summary>
    private static string Plain(string snippet) =>
        WebUtility.HtmlDecode(snippet.Replace("<mark>", "[", StringComparison.Ordinal).Replace("</mark>", "]", StringComparison.Ordinal)).ReplaceLineEndings(" ");
}
