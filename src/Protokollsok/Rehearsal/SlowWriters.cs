using Protokollsok.Documents;

namespace Protokollsok.Rehearsal;

/// <summary>
/// What three slow writers do to the inbox, and when: files that come in one go, in pieces over seconds, as <c>.part</c> that is renamed, and files
/// that are begun, thrown away and written anew, or replaced when they are whole. No writer rests longer than a file has to be still.
/// </summary>
internal sealed class SlowWriters(string inbox, Random random)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan Beginning = TimeSpan.FromSeconds(30);

    private readonly PriorityQueue<Action, TimeSpan> _script = new();

    /// <summary>What has to be taken in: the last content of each file.</summary>
    public HashSet<DocumentId> Wanted { get; } = [];

    /// <summary>What may have been taken in too: content that was whole and still before it was replaced.</summary>
    public HashSet<DocumentId> Allowed { get; } = [];

    public bool IsDone => _script.Count == 0;

    public void Plan(int files)
    {
        for (var number = 0; number < files; number++) PlanFile(number, Beginning * random.NextDouble());
    }

    /// <summary>Does what is due at that time since the beginning.</summary>
    public void Do(TimeSpan now)
    {
        while (_script.TryPeek(out _, out var at) && at <= now) _script.Dequeue()();
    }

    private void PlanFile(int number, TimeSpan at)
    {
        // Each of the three writers has a folder; a file's place tells who wrote it.
        var document = InventedDocument.Numbered(number);
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(inbox, $"skrivare {number % 3}")).FullName, document.FileName);
        var other = InventedDocument.Numbered(number + 500_000).Bytes;
        Wanted.Add(document.Id);
        switch (number / 3 % 12)
        {
            case 0 or 3 or 6 or 9:
                InPieces(path, document.Bytes, at);
                break;
            case 1 or 4 or 7:
                Renamed(path, document.Bytes, at);
                break;
            case 2 or 5:
                _script.Enqueue(() => Append(path, other.AsSpan(..(other.Length / 2))), at);
                _script.Enqueue(() => File.Delete(path), at + Rest());
                InPieces(path, document.Bytes, at + LongestRest);
                break;
            case 8:
                // Whole, and still long enough to be taken; the same name comes again with other content.
                Allowed.Add(DocumentId.Of(other.AsSpan()));
                _script.Enqueue(() => File.WriteAllBytes(path, other), at);
                Renamed(path, document.Bytes, at + TimeSpan.FromSeconds(4 + (6 * random.NextDouble())));
                break;
            default:
                _script.Enqueue(() => File.WriteAllBytes(path, document.Bytes), at);
                break;
        }
    }

    private void Renamed(string path, byte[] content, TimeSpan at)
    {
        InPieces(path + ".part", content, at, end => _script.Enqueue(() => File.Move(path + ".part", path, overwrite: true), end));
    }

    private void InPieces(string path, byte[] content, TimeSpan at, Action<TimeSpan>? afterwards = null)
    {
        var pieces = random.Next(3, 7);
        for (var piece = 0; piece < pieces; piece++, at += Rest())
        {
            var (from, to) = (content.Length * piece / pieces, content.Length * (piece + 1) / pieces);
            _script.Enqueue(() => Append(path, content.AsSpan(from..to)), at);
        }

        afterwards?.Invoke(at);
    }

    private TimeSpan Rest() => LongestRest * (.1 + (.9 * random.NextDouble()));

    private static void Append(string path, ReadOnlySpan<byte> piece)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(piece);
    }
}
