using System.Diagnostics;
using System.Net;

namespace Protokollsok.Tests.Web;

/// <summary>The search node dies while the API serves.</summary>
[Collection(ApiTests.Name)]
public sealed class OutageTests(ApiServer server)
{
    [Fact]
    public async Task While_the_search_is_away_it_is_told_so_all_else_answers_documents_are_taken_in_and_it_comes_back()
    {
        var decision = (string)(await server.HitAsync("q=skolskjuts&kind=decision"))["decision"]!["id"]!;
        var document = decision.Split('-')[0];

        KillNode();

        var away = await FirstAnswerAsync("/api/v1/search?q=skolskjuts", HttpStatusCode.ServiceUnavailable);
        Assert.Equal("application/problem+json", away.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(away.Headers.RetryAfter);
        Assert.Contains("try again", await away.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        foreach (var address in new[] { $"documents/{document}", $"documents/{document}/original", $"documents/{document}/pages/1/words?q=skolskjuts", $"decisions/{decision}", "documents", "status" })
            Assert.Equal((address, HttpStatusCode.OK), (address, (await server.Client.GetAsync($"/api/v1/{address}")).StatusCode));

        // Sent while it is away, or just back: nothing is lost.
        var sent = await server.SendAsync(InventedMinutes.Numbered(902), "under avbrott.txt");
        await FirstAnswerAsync("/health/ready", HttpStatusCode.OK);
        Assert.Equal(sent, (string?)(await server.HitAsync("dnr=ON+2019-902"))["document"]!["id"]);
        Assert.Equal(decision, (string?)(await server.HitAsync("q=skolskjuts&kind=decision"))["decision"]!["id"]);
        await server.DeleteAsync(sent);
    }

    [Fact]
    public async Task Whatever_is_asked_in_an_outage_is_either_answered_or_told_to_be_away()
    {
        string[] addresses = ["search?q=skolskjuts", "search.atom", "search.csv", "suggest?q=s", "cases/BUN%202018-45"];
        KillNode();
        var seen = new HashSet<HttpStatusCode>();
        for (var tries = 0; tries < 600 && !(seen.Contains(HttpStatusCode.ServiceUnavailable) && seen.Contains(HttpStatusCode.OK)); tries++)
        {
            foreach (var address in addresses)
            {
                using var answer = await server.Client.GetAsync($"/api/v1/{address}");
                Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{address}: {answer.StatusCode}");
                seen.Add(answer.StatusCode);
            }

            await Task.Delay(20);
        }

        await FirstAnswerAsync("/health/ready", HttpStatusCode.OK);
    }

    /// <summary>Java runs in this process's children only as the search node.</summary>
    private static void KillNode()
    {
        var nodes = Process.GetProcessesByName("java").Where(process => ParentOf(process.Id) == Environment.ProcessId).ToList();
        Assert.NotEmpty(nodes);
        foreach (var node in nodes) node.Kill();
    }

    private static int ParentOf(int process)
    {
        try
        {
            // The fourth field, after a name in parentheses that may hold anything.
            return int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[1], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Asks until it answers so, for a minute at most.</summary>
    private async Task<HttpResponseMessage> FirstAnswerAsync(string address, HttpStatusCode status)
    {
        for (var tries = 0; tries < 3000; tries++)
        {
            var answer = await server.Client.GetAsync(address);
            if (answer.StatusCode == status) return answer;
            answer.Dispose();
            await Task.Delay(20);
        }

        throw new TimeoutException($"{address} never answered {status}.");
    }
}
