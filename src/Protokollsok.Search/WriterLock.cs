namespace Protokollsok.Search;

/// <summary>Our own lock on an index folder, beside the engine's: held while this process lives, released by the system when it dies.</summary>
internal sealed class WriterLock : IDisposable
{
    private const string FileName = "writer.lock";

    private readonly FileStream _file;

    private WriterLock(FileStream file) => _file = file;

    /// <exception cref="IndexLockedException">Another process holds it.</exception>
    public static WriterLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return new WriterLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new IndexLockedException(folder, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
