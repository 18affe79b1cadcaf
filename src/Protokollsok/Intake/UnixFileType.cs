using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Protokollsok.Intake;

/// <summary>
/// Tells files from pipes, sockets, devices and links without opening them: to open a FIFO is to wait for its writer.
/// .NET shows all of these as ordinary files, so this asks <c>statx(2)</c>, whose structure is the same on every architecture.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class UnixFileType
{
    private const int CurrentFolder = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint TypeAndMode = 0x3;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    public static bool IsRegularFile(string path)
    {
        Span<byte> status = stackalloc byte[256];
        return Statx(CurrentFolder, path, DoNotFollowLinks, TypeAndMode, status) == 0
            && (MemoryMarshal.Read<ushort>(status[ModeOffset..]) & TypeMask) == RegularFile;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> status);
}
