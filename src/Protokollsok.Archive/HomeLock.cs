namespace Protokollsok.Archive;

/// <summary>
/// The right to write in a home: one program at a time. It ends with <see cref="Dispose"/> or with the process, however that dies.
/// Reading needs none.
/// </summary>
public sealed class HomeLock : IDisposable
{
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35, WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream _file;

    private HomeLock(string home, FileStream file)
    {
        Home = home;
        _file = file;
    }

    /// <summary>The full path of the home that is held.</summary>
    public string Home { get; }

    /// <summary>The lock of this home, which is made if it is not there; <see langword="null"/> when another program holds it.</summary>
    /// <exception cref="IOException">The home cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static HomeLock? TryTake(string home)
    {
        string path = Directory.CreateDirectory(home).FullName;
        try
        {
            // The file stays when the lock goes: removing it would let two programs lock two files of the same name.
            string file = Path.Combine(path, "lock");
            return new HomeLock(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Whether a file could not be opened because another program holds it: a matter of waiting, which a full or a failing disk is not.</summary>
    public static bool IsHeld(IOException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation;
    }

    public void Dispose() => _file.Dispose();
}
