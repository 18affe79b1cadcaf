using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Protokollsok.Tests.Web;

/// <summary>The API's own description is held against what it does.</summary>
[Collection(ApiTests.Name)]
public sealed class OpenApiTests(ApiServer server)
{
    /// <summary>Every operation with requests that bring out its answers: the method, the address, the path that describes it.</summary>
    private static readonly (string Operation, string Address)[] Requests =
    [
        ("get /api/v1/search", "/api/v1/search?q=skolskjuts&size=2"), ("get /api/v1/search", "/api/v1/search"), ("get /api/v1/search", "/api/v1/search?q=skolskjutz"),
        ("get /api/v1/search", "/api/v1/search?q=%22x"), ("get /api/v1/search", "/api/v1/search?colour=x"),
        ("get /api/v1/search.atom", "/api/v1/search.atom?q=skolskjuts"), ("get /api/v1/search.csv", "/api/v1/search.csv"), ("get /api/v1/search.csv", "/api/v1/search.csv?size=x"),
        ("get /api/v1/suggest", "/api/v1/suggest?q=sko"), ("get /api/v1/similar", "/api/v1/similar?id={decision}"), ("get /api/v1/similar", "/api/v1/similar?id=x"),
        ("get /api/v1/documents", "/api/v1/documents"), ("get /api/v1/documents", "/api/v1/documents?modifiedSince=2000-01-01&size=1"), ("get /api/v1/documents", "/api/v1/documents?size=x"),
        ("post /api/v1/documents", "/api/v1/documents"),
        ("get /api/v1/documents/{id}", "/api/v1/documents/{id}"), ("get /api/v1/documents/{id}", "/api/v1/documents/{letter}"), ("get /api/v1/documents/{id}", "/api/v1/documents/{damaged}"),
        ("get /api/v1/documents/{id}", "/api/v1/documents/{quarantined}"), ("delete /api/v1/documents/{id}", "/api/v1/documents/{id}?reason=x"),
        ("post /api/v1/documents/{id}/retry", "/api/v1/documents/{id}/retry"),
        ("post /api/v1/documents/{id}/corrections", "/api/v1/documents/{id}/corrections"), ("get /api/v1/documents/{id}/corrections", "/api/v1/documents/{id}/corrections"),
        ("get /api/v1/documents/{id}/corrections", "/api/v1/documents/x/corrections"), ("get /api/v1/documents/{id}/history", "/api/v1/documents/{id}/history"),
        ("get /api/v1/documents/{id}/history", "/api/v1/documents/{quarantined}/history"), ("get /api/v1/documents/{id}/history", "/api/v1/documents/x/history"),
        ("get /api/v1/documents/{id}/original", "/api/v1/documents/{id}/original"), ("get /api/v1/documents/{id}/original", "/api/v1/documents/x/original"),
        ("get /api/v1/documents/{id}/pages/{n}/image", "/api/v1/documents/{id}/pages/1/image"), ("get /api/v1/documents/{id}/pages/{n}/image", "/api/v1/documents/{id}/pages/99/image"),
        ("get /api/v1/documents/{id}/pages/{n}/words", "/api/v1/documents/{id}/pages/1/words?q=projektet"), ("get /api/v1/documents/{id}/pages/{n}/words", "/api/v1/documents/{damaged}/pages/1/words"),
        ("get /api/v1/decisions/{id}", "/api/v1/decisions/{decision}"), ("get /api/v1/decisions/{id}", "/api/v1/decisions/{id}-1"), ("get /api/v1/decisions/{id}", "/api/v1/decisions/x"),
        ("get /api/v1/cases/{dnr}", "/api/v1/cases/BUN%202018-45"), ("get /api/v1/cases/{dnr}", "/api/v1/cases/none-1"),
        ("get /api/v1/status", "/api/v1/status"), ("get /health/live", "/health/live"), ("get /health/ready", "/health/ready"), ("get /metrics", "/metrics"),
    ];

    [Fact]
    public async Task Every_route_is_described_and_nothing_else()
    {
        var described = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key} {path.Key}"));
        var mapped = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText is { } text && (text.StartsWith("/api", StringComparison.Ordinal) || text.StartsWith("/health", StringComparison.Ordinal) || text == "/metrics"))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Where(method => method != HttpMethods.Head)
                .Select(method => $"{method.ToLowerInvariant()} {route.RoutePattern.RawText!.Replace(":int", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).TrimEnd('/')}"));

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal(described.Order(StringComparer.Ordinal), Requests.Select(request => request.Operation).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_real_answer_is_as_it_is_described()
    {
        var document = await DocumentAsync();
        var checker = new SchemaChecker(document);
        var faults = new List<string>();
        foreach (var (operation, address) in Requests)
        {
            using var request = new HttpRequestMessage(new HttpMethod(operation.Split(' ')[0]), await FilledAsync(address));
            using var answer = await server.Client.SendAsync(request);
            var described = document["paths"]![operation.Split(' ')[1]]![operation.Split(' ')[0]]!["responses"]![$"{(int)answer.StatusCode}"];
            faults.AddRange((await FaultsAsync(answer, described, checker)).Select(fault => $"{operation} ({address}, {(int)answer.StatusCode}): {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
    }

    [Fact]
    public async Task What_a_token_can_do_is_as_it_is_described()
    {
        var document = await DocumentAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/documents?fileName=prov.txt") { Content = new StringContent(InventedMinutes.Numbered(903)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiServer.Secret);
        using var answer = await server.Client.SendAsync(request);

        Assert.Empty(await FaultsAsync(answer, document["paths"]!["/api/v1/documents"]!["post"]!["responses"]!["202"], new SchemaChecker(document)));
        Assert.All(
            document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()),
            operation => Assert.Equal(operation.Key != "get", operation.Value!["security"] is JsonArray { Count: > 0 }));
        await server.DeleteAsync((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!);
    }

    [Fact]
    public async Task What_is_corrected_with_a_token_is_answered_as_described_and_who_did_it_is_told_to_those_alone()
    {
        var id = await server.SendAsync(InventedMinutes.Numbered(905), "rättas.txt");
        var (document, address) = (await DocumentAsync(), $"/api/v1/documents/{id}/corrections");
        var described = document["paths"]!["/api/v1/documents/{id}/corrections"]!["post"]!;
        Assert.NotNull(described["requestBody"]!["content"]!["application/json"]!["schema"]);

        using var right = await SendAsync(address, """{"field": "board", "value": "Teaternämnden"}""");
        using var wrong = await SendAsync(address, """{"field": "colour", "value": "red"}""");
        using var senseless = await SendAsync(address, "[1]");
        // Taken for no value at all, they would take back what was just corrected.
        using var misspelt = await SendAsync(address, """{"field": "board", "values": "Dansnämnden"}""");
        using var incomplete = await SendAsync(address, """{"field": "board"}""");
        using var unknown = await SendAsync($"/api/v1/documents/{new string('0', 64)}/corrections", """{"field": "board", "value": "x"}""");

        Assert.Equal([200, 400, 400, 400, 400, 404], new[] { right, wrong, senseless, misspelt, incomplete, unknown }.Select(answer => (int)answer.StatusCode));
        Assert.Empty(await FaultsAsync(right, described["responses"]!["200"], new SchemaChecker(document)));
        Assert.Equal("provet", (string)JsonNode.Parse(await right.Content.ReadAsStringAsync())!["corrections"]![0]!["who"]!);
        Assert.Equal("Teaternämnden", (string)(await server.JsonAsync($"/api/v1/documents/{id}"))["board"]!["value"]!);
        Assert.Equal(("Teaternämnden", ""), ((string)(await server.JsonAsync(address))["corrections"]![0]!["value"]!, (string)(await server.JsonAsync(address))["corrections"]![0]!["who"]!));

        await server.DeleteAsync(id);
        var history = await server.JsonAsync($"/api/v1/documents/{id}/history");
        Assert.Equal(("deleted", null), ((string)history["state"]!, (string?)history["fileName"]));
        Assert.Null((string?)history["deletion"]!["who"]);
        Assert.DoesNotContain("provet", history.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiServer.Secret);
        return await server.Client.SendAsync(request);
    }

    [Fact]
    public async Task Parameters_say_what_they_take()
    {
        var parameters = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).SelectMany(operation => operation.Value!["parameters"] as JsonArray ?? []).ToList();

        Assert.All(parameters, parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), parameter.ToJsonString()));
        Assert.All(parameters, parameter => Assert.NotNull(parameter!["schema"]?["type"]));
        Assert.Contains(parameters, parameter => (string?)parameter!["name"] == "size" && (int?)parameter["schema"]!["maximum"] == 100);
        Assert.Contains(parameters, parameter => (string?)parameter!["name"] == "kind" && parameter["schema"]!["enum"]!.AsArray().Count == 3);
    }

    private static async Task<IEnumerable<string>> FaultsAsync(HttpResponseMessage answer, JsonNode? described, SchemaChecker checker)
    {
        if (described is null) return ["this answer is not described"];
        var type = answer.Content.Headers.ContentType?.MediaType;
        var content = described["content"]?.AsObject();
        // What came is sent as what it is; the document can only say that it is bytes.
        if (content?.ContainsKey("application/octet-stream") == true) return [];
        if (type is null || content?[type] is not { } body) return [$"{type} was not promised"];
        return type.EndsWith("json", StringComparison.Ordinal) ? checker.Faults(JsonNode.Parse(await answer.Content.ReadAsStringAsync()), body["schema"]!) : [];
    }

    private async Task<JsonNode> DocumentAsync() => await server.JsonAsync("/openapi/v1.json");

    private async Task<string> FilledAsync(string address)
    {
        async Task<string> Of(string parameters) => (string)(await server.HitAsync(parameters))["document"]!["id"]!;
        address = address.Replace("{id}", await Of("dnr=ON+2016-118"), StringComparison.Ordinal).Replace("{letter}", await Of("dnr=BUN+2018-45&type=tjansteskrivelse"), StringComparison.Ordinal)
            .Replace("{damaged}", await Of("dnr=ON+2017-301"), StringComparison.Ordinal)
            .Replace("{decision}", (string?)(await server.HitAsync("q=skolskjuts&kind=decision"))["decision"]!["id"], StringComparison.Ordinal);
        return address.Contains("{quarantined}", StringComparison.Ordinal)
            ? address.Replace("{quarantined}", (string?)(await server.JsonAsync("/api/v1/documents"))["documents"]!.AsArray().Single(line => (string?)line!["state"] == "quarantined")!["id"], StringComparison.Ordinal)
            : address;
    }
}
