using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Documents;
using Protokollsok.Web.Cases;

namespace Protokollsok.Pages;

/// <summary>One case through boards and years, and what became of what was proposed.</summary>
internal sealed class CaseModel(CaseService cases) : PageModel
{
    private HashSet<(DecisionKind Kind, string Words)> _shown = [];

    /// <summary><see langword="null"/> if no document names the case.</summary>
    public CaseView? Case { get; private set; }

    /// <summary>As it was asked for.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>
    /// Proposals with what answers them, each once: minutes repeat what a letter proposed. What was answered otherwise is another pair. Decisions
    /// that nobody proposed stand in the timeline.
    /// </summary>
    public IReadOnlyList<CaseComparison> Compared { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string dnr, CancellationToken cancel)
    {
        Asked = dnr.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        Case = await cases.FindAsync(Asked, cancel);
        Compared = [.. (Case?.Comparisons ?? []).Where(one => one.Proposal is not null).DistinctBy(one => (WordsOf(one.Proposal), WordsOf(one.Decision), one.Outcome))];
        _shown = Compared.SelectMany(one => new[] { (DecisionKind.Proposal, WordsOf(one.Proposal)), (DecisionKind.Decision, WordsOf(one.Decision)) }).ToHashSet();
        if (Case is null) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    /// <summary>Whether it stands above already, itself or in the same words.</summary>
    public bool IsCompared(Decision decision) => _shown.Contains((decision.Kind, Bare(decision.Text)));

    /// <summary>Of the decision of an id: the words alone, in small letters; of none the empty text.</summary>
    private string WordsOf(string? id) => Bare(Find(id)?.Decision.Text ?? id ?? "");

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public (CaseStep Step, Decision Decision)? Find(string? id) => id is null ? null : Case!.Steps
        .SelectMany(step => step.Decisions.Select(decision => (step, decision))).FirstOrDefault(pair => pair.decision.Id == id) is { decision: not null } found ? found : null;

    /// <summary>A text with the stretches that differ marked, in their order.</summary>
    /// <param name="tag"><c>del</c> or <c>ins</c>.</param>
    public static IHtmlContent Marked(string text, IEnumerable<string> stretches, string tag)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var stretch in stretches.Where(stretch => stretch.Length > 0))
        {
            var found = text.IndexOf(stretch, at, StringComparison.Ordinal);
            if (found < 0) continue;
            html.Append(text[at..found]).AppendHtml($"<{tag}>").Append(stretch).AppendHtml($"</{tag}>");
            at = found + stretch.Length;
        }

        return html.Append(text[at..]);
    }
}
