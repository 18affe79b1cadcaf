namespace Protokollsok.Intake;

/// <summary>A file in the inbox as one listing saw it. Two equal sightings, a while apart, mean that nobody is writing to it.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Written">When its content was last written, UTC.</param>
internal sealed record InboxFile(string Path, long Bytes, DateTime Written)
{
    /// <summary>The file as it is now, or <see langword="null"/> when it is gone, is no regular file, or may not be looked at.</summary>
    public static InboxFile? Look(string path)
    {
        try
        {
            var info = new FileInfo(path);
            return info.Exists && IsRegular(info) ? new InboxFile(path, info.Length, info.LastWriteTimeUtc) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Links could lead out of the inbox; pipes and devices never end.</summary>
    private static bool IsRegular(FileInfo info) =>
        info.LinkTarget is null && (!OperatingSystem.IsLinux() || UnixFileType.IsRegularFile(info.FullName));
}
