using Microsoft.Extensions.DependencyInjection;
using Protokollsok.Archive;
using Protokollsok.Pages.Review;
using Protokollsok.Web;

namespace Protokollsok.Tests;

/// <summary>What a person says of a word while the disk is full.</summary>
public sealed class ReviewOnAFullDiskTests
{
    private static readonly DoubtFilter All = new(null, null, null);

    [Fact]
    public async Task An_answer_that_cannot_be_kept_is_refused_and_can_be_given_when_there_is_room_again()
    {
        await using var home = await OpenHome.OpenAsync(File.ReadAllText(Repository.Testdata("scans", "MBN grundvatten Råsjö.txt")));
        await using var site = Site.Build(home.Workshop);
        var (queue, desk) = (site.Services.GetRequiredService<ReviewQueue>(), site.Services.GetRequiredService<ReviewDesk>());
        await queue.FollowAsync(TimeSpan.FromMinutes(1));
        var (item, record) = (await queue.NextAsync(All, null, withIt: false, CancellationToken.None))!.Value;
        Task<long?> DecideAsync() => desk.DecideAsync(record.Id, item.Doubt, item.Proposed, item.Second, ReviewAnswer.Accept, null, "karin", CancellationToken.None);

        home.BeforeStep = step =>
        {
            if (step.StartsWith("sql commit", StringComparison.Ordinal)) throw new IOException("No space left on device");
        };
        await Assert.ThrowsAsync<IOException>(DecideAsync);
        home.BeforeStep = _ => { };

        Assert.Empty(home.Workshop.Ledger.CorrectionsOf(record.Id));
        Assert.Equal(item.Doubt, (await queue.NextAsync(All, null, withIt: false, CancellationToken.None))!.Value.Item.Doubt);
        Assert.NotNull(await DecideAsync());
        Assert.Equal("karin", Assert.Single(home.Workshop.Ledger.CorrectionsOf(record.Id)).Who);
    }
}
