using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Protokollsok.Tests.Web;

/// <summary>What holds for every route.</summary>
[Collection(ApiTests.Name)]
public sealed class HttpRulesTests(ApiServer server)
{
    [Theory]
    [InlineData("/api/v1/search?q=skolskjuts")]
    [InlineData("/api/v1/search.atom?q=skolskjuts")]
    [InlineData("/api/v1/search.csv?q=skolskjuts")]
    [InlineData("/api/v1/suggest?q=sko")]
    [InlineData("/api/v1/documents")]
    [InlineData("/api/v1/cases/BUN%202018-45")]
    [InlineData("/api/v1/documents/{id}")]
    [InlineData("/api/v1/documents/{id}/original")]
    [InlineData("/api/v1/documents/{id}/pages/1/words")]
    [InlineData("/api/v1/documents/{id}/pages/1/image")]
    [InlineData("/api/v1/decisions/{id}-1")]
    public async Task Who_has_the_answer_already_is_told_so_and_gets_no_body(string address)
    {
        address = await FilledAsync(address);
        using var first = await server.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.True(first.Headers.CacheControl is { NoCache: true, Private: true });

        using var again = await AskAsync(HttpMethod.Get, address, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);

        using var other = await AskAsync(HttpMethod.Get, address, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"x\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var any = await AskAsync(HttpMethod.Get, address, request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any));
        Assert.Equal(HttpStatusCode.NotModified, any.StatusCode);
    }

    [Fact]
    public async Task A_record_says_when_it_changed_and_is_sent_only_if_it_did_since()
    {
        var address = await FilledAsync("/api/v1/documents/{id}");
        var modified = (await server.Client.GetAsync(address)).Content.Headers.LastModified!.Value;

        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(HttpMethod.Get, address, request => request.Headers.IfModifiedSince = modified)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(HttpMethod.Get, address, request => request.Headers.IfModifiedSince = modified.AddSeconds(-1))).StatusCode);
    }

    [Fact]
    public async Task Another_answer_has_another_tag()
    {
        var tags = new HashSet<string>();
        foreach (var query in new[] { "skolskjuts", "belysningen", "lokalerna" }) tags.Add((await server.Client.GetAsync($"/api/v1/search?q={query}")).Headers.ETag!.Tag);
        Assert.Equal(3, tags.Count);
    }

    [Theory]
    [InlineData("/api/v1/search?q=skolskjuts")]
    [InlineData("/api/v1/documents/{id}")]
    [InlineData("/api/v1/documents/{id}/original")]
    [InlineData("/api/v1/cases/BUN%202018-45")]
    [InlineData("/api/v1/search.csv")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    public async Task Whoever_asks_for_the_head_gets_what_get_says_without_the_body(string address)
    {
        address = await FilledAsync(address);
        using var got = await server.Client.GetAsync(address);
        using var head = await AskAsync(HttpMethod.Head, address);

        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
    }

    [Theory]
    [InlineData("POST", "/api/v1/search", "GET")]
    [InlineData("PUT", "/api/v1/documents", "POST")]
    [InlineData("PATCH", "/api/v1/documents/{id}", "DELETE")]
    [InlineData("DELETE", "/api/v1/cases/x", "GET")]
    [InlineData("POST", "/health/live", "GET")]
    public async Task A_method_that_is_not_allowed_is_told_with_those_that_are(string method, string address, string allowed)
    {
        using var answer = await AskAsync(new HttpMethod(method), await FilledAsync(address));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(allowed, answer.Content.Headers.Allow);
        Assert.Contains(allowed, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Long_answers_are_sent_compressed_to_who_can_read_that(string encoding)
    {
        foreach (var address in new[] { "/api/v1/search", "/api/v1/search.atom", "/api/v1/search.csv", "/openapi/v1.json" })
        {
            using var answer = await AskAsync(HttpMethod.Get, address, request => request.Headers.AcceptEncoding.ParseAdd(encoding));
            Assert.Equal((address, encoding), (address, Assert.Single(answer.Content.Headers.ContentEncoding)));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
    }

    [Fact]
    public async Task A_part_of_an_original_is_sent_to_who_wants_a_part()
    {
        using var answer = await AskAsync(HttpMethod.Get, await FilledAsync("/api/v1/documents/{id}/original"), request => request.Headers.Range = new RangeHeaderValue(0, 4));

        Assert.Equal((HttpStatusCode.PartialContent, "%PDF-"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task No_answer_holds_a_secret_or_a_path_of_the_machine()
    {
        string[] addresses =
        [
            "/api/v1/status", "/api/v1/documents", "/api/v1/documents?modifiedSince=2000-01-01", "/api/v1/search", "/metrics", "/openapi/v1.json", "/health/ready",
            "/api/v1/nothing", "/api/v1/documents/x", "/api/v1/search?cursor=x", "/", await FilledAsync("/api/v1/documents/{id}"),
        ];
        foreach (var address in addresses)
        {
            using var answer = await AskAsync(HttpMethod.Get, address, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiServer.Secret));
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()) + answer.Headers;
            foreach (var secret in new[] { ApiServer.Secret, Configuration.Token.HashOf(ApiServer.Secret), server.Workshop.Home.Data })
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{address} tells {secret}");
        }
    }

    /// <summary>With the id of the scanned document.</summary>
    private async Task<string> FilledAsync(string address) => address.Contains("{id}", StringComparison.Ordinal)
        ? address.Replace("{id}", (string?)(await server.HitAsync("dnr=ON+2016-118"))["document"]!["id"], StringComparison.Ordinal)
        : address;

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(method, address);
        with?.Invoke(request);
        return await server.Client.SendAsync(request);
    }
}
