namespace Protokollsok.Archive;

/// <summary>A file changed while it was copied: it was not whole yet, and nothing was kept of it. Try again when it is still.</summary>
public sealed class FileChangedException : IOException
{
    public FileChangedException()
    {
    }

    public FileChangedException(string message)
        : base(message)
    {
    }

    public FileChangedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
