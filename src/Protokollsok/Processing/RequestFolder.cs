using System.Text;
using System.Text.Json;
using Protokollsok.Archive;
using Protokollsok.Documents;

namespace Protokollsok.Processing;

/// <summary>
/// How a command reaches the program that holds the home: a request is a file in <c>requests</c>, its answer a file beside it. Whoever
/// may write in the home may ask; no port, no password. A request stays until it is done, so one that a kill interrupted is completed
/// by the next program that opens the home.
/// </summary>
internal sealed class RequestFolder(string data, DurableFiles files)
{
    private const string Asked = ".request.json", Answered = ".answer.json";

    private readonly string _folder = Path.Combine(data, "requests");

    /// <summary>Puts a request down.</summary>
    /// <returns>Its name, to ask for the answer.</returns>
    public string Add(UpkeepRequest request)
    {
        var name = Guid.NewGuid().ToString("N");
        Write(name + Asked, DocumentsJson.ToText(request));
        return name;
    }

    /// <summary>Takes a request back.</summary>
    /// <returns>Whether it was still there; else it is being answered.</returns>
    public bool Withdraw(string name)
    {
        var path = Path.Combine(_folder, name + Asked);
        if (!File.Exists(path)) return false;
        files.Remove(path);
        return true;
    }

    /// <summary>Does all that is asked. What fails now stays and is tried again with the next call.</summary>
    /// <param name="trouble">Told each request that has to wait, and why.</param>
    public async Task ExecuteAsync(Upkeep upkeep, Action<string, string> trouble, CancellationToken cancel)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.GetFiles(_folder, "*" + Asked).Order(StringComparer.Ordinal))
        {
            try
            {
                var answers = Read<UpkeepRequest>(path) is { } request ? await upkeep.ExecuteAsync(request, cancel) : [];
                Write(Path.GetFileName(path)[..^Asked.Length] + Answered, DocumentsJson.ToText(answers));
                files.Remove(path);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whatever it is: a request must not end the service each time that it starts.
                trouble($"the request {Path.GetFileName(path)}", e.Message);
            }
        }
    }

    /// <summary>The answer, once; <see langword="null"/> while there is none.</summary>
    public IReadOnlyList<UpkeepAnswer>? TakeAnswer(string name)
    {
        var path = Path.Combine(_folder, name + Answered);
        if (!File.Exists(path)) return null;
        var answer = Read<List<UpkeepAnswer>>(path) ?? [];
        File.Delete(path);
        return answer;
    }

    /// <summary>Answers that nobody fetched, since the command that asked was interrupted.</summary>
    public void RemoveOldAnswers(DateTimeOffset before)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.GetFiles(_folder).Where(path => !path.EndsWith(Asked, StringComparison.Ordinal) && File.GetLastWriteTimeUtc(path) < before)) File.Delete(path);
    }

    private static T? Read<T>(string path)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), DocumentsJson.Options);
        }
        catch (JsonException)
        {
            // No request of ours; it is answered with nothing, so that it does not come up for ever.
            return null;
        }
    }

    private void Write(string name, string text)
    {
        files.MakeFolder(_folder);
        files.WriteOutside(Path.Combine(_folder, name), Path.Combine(_folder, $"{Guid.NewGuid():N}.part"), draft => draft.Write(Encoding.UTF8.GetBytes(text)));
    }
}
