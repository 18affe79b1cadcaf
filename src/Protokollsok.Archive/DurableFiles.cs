using System.Runtime.InteropServices;

namespace Protokollsok.Archive;

/// <summary>
/// Files that are there whole or not at all, also after a power cut: a draft beside them is written and flushed to the disk,
/// then renamed, then the directory is flushed.
/// </summary>
public sealed partial class DurableFiles
{
    private const int CloseOnExec = 0x80000, Interrupted = 4, InvalidArgument = 22, NotSupported = 95;
    private const UnixFileMode ReadOnlyMode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _root;
    private readonly string _drafts;

    /// <param name="root">The folder of everything; drafts lie in its <c>tmp</c>, so that a rename never crosses file systems.</param>
    internal DurableFiles(string root) => (_root, _drafts) = (root, Path.Combine(root, "tmp"));

    /// <summary>Called before each step that touches the disk, with its name. Who rehearses accidents throws here, or ends the process.</summary>
    public Action<string> BeforeStep { get; set; } = static _ => { };

    /// <summary>A path for a draft that nobody else has. The one who asks removes it with <see cref="Discard"/>, in the end.</summary>
    internal string NewDraft()
    {
        Directory.CreateDirectory(_drafts);
        return Path.Combine(_drafts, Path.GetRandomFileName());
    }

    /// <summary>An empty draft, to be written, flushed with <see cref="Flush"/> and closed.</summary>
    /// <param name="readOnly">Nobody can open it for writing once it is closed.</param>
    public FileStream CreateDraft(string path, bool readOnly)
    {
        BeforeStep("create " + path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (readOnly && !OperatingSystem.IsWindows())
            options.UnixCreateMode = ReadOnlyMode;
        return new FileStream(path, options);
    }

    internal void Flush(FileStream draft)
    {
        BeforeStep("flush " + draft.Name);
        draft.Flush(flushToDisk: true);
    }

    /// <summary>Writes a file below the root, replacing the one that is there.</summary>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal async Task WriteAsync(string target, Func<Stream, Task> write)
    {
        string draft = NewDraft();
        try
        {
            await using (var stream = CreateDraft(draft, readOnly: false))
            {
                await write(stream);
                Flush(stream);
            }
            Publish(draft, target);
        }
        finally
        {
            Discard(draft);
        }
    }

    /// <summary>
    /// Writes a file outside the root, on another file system perhaps: the draft lies where the caller says, on that of the target. Nothing
    /// happens if the target is there already.
    /// </summary>
    /// <param name="draft">A path that nobody else has.</param>
    public void WriteOutside(string target, string draft, Action<Stream> write)
    {
        if (File.Exists(target))
            return;
        try
        {
            using (var stream = CreateDraft(draft, readOnly: false))
            {
                write(stream);
                Flush(stream);
            }
            Rename(draft, target);
        }
        finally
        {
            Discard(draft);
        }
    }

    public FileStream OpenForReading(string path)
    {
        BeforeStep("open " + path);
        return new FileStream(path, new FileStreamOptions
        {
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        });
    }

    /// <summary>Removes a file, for good when this returns; one that is not there is no error.</summary>
    public void Remove(string path)
    {
        BeforeStep("remove " + path);
        File.Delete(path);
        Settle(Path.GetDirectoryName(path)!);
    }

    /// <summary>Gives a file another name on the same file system, for good when this returns; never that of another file.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="IOException">The name is taken, or the disk failed.</exception>
    public void Rename(string path, string target)
    {
        BeforeStep("rename to " + target);
        Renaming.Move(path, target);
        string from = Path.GetDirectoryName(path)!, to = Path.GetDirectoryName(target)!;
        Settle(to);
        if (from != to)
            Settle(from);
    }

    /// <summary>Removes a draft that was not published. That it comes back after a power cut harms nobody.</summary>
    public void Discard(string draft)
    {
        if (!File.Exists(draft))
            return;
        BeforeStep("remove " + draft);
        File.Delete(draft);
    }

    private void Settle(string folder)
    {
        BeforeStep("flush folder " + folder);
        FlushFolder(folder);
    }

    /// <summary>Makes the folder in which something is to be published.</summary>
    public void MakeFolder(string folder)
    {
        BeforeStep("make folder " + folder);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Gives a flushed draft its place and name.</summary>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there: it was removed, and is not to come back by this.</exception>
    internal void Publish(string draft, string target)
    {
        BeforeStep("rename to " + target);
        File.Move(draft, target, overwrite: true);
        FlushFolders(Path.GetDirectoryName(target)!);
    }

    /// <summary>
    /// Flushes a folder and those above it up to the one that holds the root. Always all of them: an earlier try may have made them
    /// and failed before this, and flushing an unchanged folder costs next to nothing.
    /// </summary>
    internal void FlushFolders(string folder)
    {
        string? last = Path.GetDirectoryName(_root);
        for (string? each = folder; each is not null && each.Length >= last?.Length; each = Path.GetDirectoryName(each))
        {
            BeforeStep("flush folder " + each);
            FlushFolder(each);
        }
    }

    /// <summary>Removes a folder with all that is in it: out of sight in one step, then piece by piece.</summary>
    internal void RemoveFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        string condemned = NewDraft();
        BeforeStep("condemn " + folder);
        Directory.Move(folder, condemned);
        FlushFolder(Path.GetDirectoryName(folder)!);
        BeforeStep("remove " + condemned);
        Directory.Delete(condemned, recursive: true);
    }

    internal string[] Condemned() => Directory.Exists(_drafts) ? Directory.GetDirectories(_drafts) : [];

    /// <summary>Removes drafts and condemned folders that a dead program left. Only for the one who holds the home.</summary>
    /// <returns>How many there were.</returns>
    internal int RemoveLeftovers()
    {
        if (!Directory.Exists(_drafts))
            return 0;
        string[] folders = Directory.GetDirectories(_drafts), files = Directory.GetFiles(_drafts);
        foreach (string folder in folders)
            Directory.Delete(folder, recursive: true);
        foreach (string file in files)
            File.Delete(file);
        return folders.Length + files.Length;
    }

    /// <summary>
    /// Makes the names in a folder durable. Where a folder cannot be flushed (Windows, some network shares) the rename has to do.
    /// </summary>
    /// <exception cref="IOException">The disk failed.</exception>
    internal static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        int descriptor = Open(folder, CloseOnExec);
        if (descriptor < 0)
            throw Failure(folder);
        try
        {
            while (Fsync(descriptor) != 0)
            {
                int error = Marshal.GetLastPInvokeError();
                if (error is InvalidArgument or NotSupported)
                    return;
                if (error != Interrupted)
                    throw Failure(folder);
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Everything that was written on the file system of the root is on the disk when this returns.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public void FlushFileSystem()
    {
        BeforeStep("flush file system of " + _root);
        if (!OperatingSystem.IsLinux())
            return;
        int descriptor = Open(_root, CloseOnExec);
        if (descriptor < 0)
            throw Failure(_root);
        try
        {
            if (SyncFileSystem(descriptor) != 0)
                throw Failure(_root);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string folder) =>
        new($"The folder {folder} could not be flushed to the disk: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    private static partial int SyncFileSystem(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
