using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Protokollsok.Archive;
using Protokollsok.Corrections;
using Protokollsok.Documents;
using Protokollsok.Processing;

namespace Protokollsok.Pages.Review;

/// <summary>Uncertain words and values one after another, each with its piece of the scan: accept, change, reject, pass by, undo.</summary>
internal sealed class ReviewModel(ReviewQueue queue, ReviewDesk desk, Workshop workshop, PageText text, ILogger<ReviewModel> logger) : PageModel
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(150);

    private bool _hasMore;

    public ReviewWalk Walk { get; private set; } = new();

    /// <summary><see langword="null"/> when nothing is left.</summary>
    public ReviewView? View { get; private set; }

    /// <summary>The picture of the thing after this one, to be fetched beforehand.</summary>
    public string? NextPicture { get; private set; }

    /// <summary>In the queue as it was when this walk began.</summary>
    public long Total { get; private set; }

    /// <summary>What was decided last, and can be undone.</summary>
    public StandingCorrection? Last { get; private set; }

    public IReadOnlyList<(string Type, long Count)> Types { get; private set; } = [];

    public (long All, long Words, long Values) Counts { get; private set; }

    /// <summary>Whether the archive is still being gone through, so that more will come.</summary>
    public bool IsFollowing => queue.IsFollowing || _hasMore;

    /// <summary>What was written and cannot be taken, to be mended where it stands.</summary>
    public string? Written { get; private set; }

    /// <summary>Why it cannot.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What could not be done, in plain words; once.</summary>
    [TempData]
    public string? Refused { get; set; }

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(ReviewWalk.Of(Request.Query), cancel);

    private async Task ShowAsync(ReviewWalk walk, CancellationToken cancel)
    {
        Walk = walk;
        await queue.FollowAsync(Unnoticed);
        var filter = Walk.Filter;
        // Who comes from a document does not wait for the rest of the archive.
        if (queue.IsFollowing && filter.Document is { } document) await queue.RetakeAsync(document, cancel);
        if (await NextAsync(cancel) is var (item, record))
        {
            View = ReviewView.Of(item, record);
            if (await queue.NextAsync(filter, item.Doubt, withIt: false, cancel) is var (next, of) && ReviewView.Of(next, of).HasPicture)
                NextPicture = PagePictures.CropAddress(next.Doubt.Id, next.Place, query: null, marked: true);
        }

        var (place, withIt) = Place();
        _hasMore = View is null && queue.HasAfter(filter, place, withIt);
        Counts = (queue.Count(filter with { Words = null }), queue.Count(filter with { Words = true }), queue.Count(filter with { Words = false }));
        Total = Walk.Decided + (filter.Words switch { true => Counts.Words, false => Counts.Values, _ => Counts.All });
        Types = queue.ByType();
        Last = Walk.Last is { } number && workshop.Ledger.CorrectionOf(number) is { } last && last.Who == User.Who() ? last : null;
    }

    /// <summary>What stands at the end of an address is a place, perhaps of a thing that is answered already.</summary>
    private (Doubt? Place, bool WithIt) Place() =>
        Doubt.TryParse(Walk.From, out var from) ? (from, true) : (Doubt.TryParse(Walk.After, out var after) ? after : null, false);

    private Task<(ReviewItem Item, DocumentRecord Record)?> NextAsync(CancellationToken cancel)
    {
        var (place, withIt) = Place();
        return queue.NextAsync(Walk.Filter, place, withIt, cancel);
    }

    public async Task<IActionResult> OnPostDecideAsync(
        [FromForm(Name = "id")] string? id, [FromForm(Name = "sak")] string? mark, [FromForm(Name = "forslag")] string? proposed, [FromForm(Name = "andra")] string? second,
        [FromForm(Name = "svar")] string? answer, [FromForm(Name = "ratt")] string? written, CancellationToken cancel)
    {
        if (User.Who() is not { } who) return Forbid();
        var walk = ReviewWalk.Of(Request.Query);
        if (!DocumentId.TryParse(id, out var document) || !Doubt.TryParse(mark, out var doubt)
            || !Enum.TryParse<ReviewAnswer>(answer, out var said) || !Enum.IsDefined(said)) return BadRequest();
        if (said == ReviewAnswer.Change && written?.Length > CorrectionField.LongestValue) return await RefuseAsync(walk, mark!, doubt.Kind, written[..CorrectionField.LongestValue], cancel);
        try
        {
            // What has come so far is kept even if the sender hangs up now.
            var number = await desk.DecideAsync(document, doubt, proposed, second, said, written, who, CancellationToken.None);
            if (number is null) Refused = text["review.gone"];
            else Log.Asked(logger, who, doubt.Kind, document.Hex, "reviewed");
            return Redirect((walk with { After = mark, From = null, Decided = walk.Decided + (number is null ? 0 : 1), Last = number }).ToQuestion());
        }
        catch (WrongUseException)
        {
            return await RefuseAsync(walk, mark!, doubt.Kind, written ?? "", cancel);
        }
    }

    /// <summary>The same question again, with what was written and why it cannot be taken.</summary>
    private async Task<IActionResult> RefuseAsync(ReviewWalk walk, string mark, string kind, string written, CancellationToken cancel)
    {
        await ShowAsync(walk with { After = null, From = mark, Last = null }, cancel);
        // Another may have answered it meanwhile, and then the next question stands there.
        if (View?.Item.Doubt.Mark == mark) (Written, Wrong) = (written, text[$"review.wrong.{kind}"]);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync([FromForm(Name = "senast")] long number, CancellationToken cancel)
    {
        if (User.Who() is not { } who) return Forbid();
        var walk = ReviewWalk.Of(Request.Query);
        var isUndone = await desk.UndoAsync(number, who, CancellationToken.None);
        if (!isUndone) Refused = text["review.notundone"];
        return Redirect((walk with { From = walk.After, After = null, Decided = Math.Max(0, walk.Decided - (isUndone ? 1 : 0)), Last = null }).ToQuestion());
    }

    /// <summary>What was decided, as people say it.</summary>
    public string Told(StandingCorrection decision)
    {
        if (PlacedWord.Parse(decision.Value) is { } word)
            return text[word.Was == word.Word ? "review.told.kept" : "review.told.word", word.Was, word.Word];
        if (decision.Field == CorrectionField.Repair) return text["review.told.rejected", decision.Value[(decision.Value.IndexOf(':', StringComparison.Ordinal) + 1)..]];
        if (decision.Field == CorrectionField.Amount && CorrectionField.AmountOf(decision.Value) is (var printed, { } kronor))
            return text["review.told.amount", printed, AmountText.Of(new Amount(kronor))];
        if (decision.Field == CorrectionField.Section && SectionCorrection.Parse(decision.Value) is { } section)
            return section.Right.Length == 0 ? text["review.told.none", section.Wrong] : text["review.told.value", text["review.kind.section"], section.Right];
        var value = decision.Value.Split(CorrectionField.Becomes);
        return value[^1].Length == 0 ? text["review.told.none", value[0]] : text["review.told.value", text.Find($"review.kind.{decision.Field}") ?? decision.Field, value[^1]];
    }
}
