using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Protokollsok.Intake;

/// <summary>
/// Whether somebody on this machine has a file open for writing (a Samba or FTP server with a slow scanner at its other end, for example):
/// the kernel grants a read lease (<c>F_SETLEASE</c>, fcntl(2)) only where nobody has. It is given back at once. On most shares, and for files of
/// other users, the kernel does not say, and stillness has to do.
/// </summary>
[SupportedOSPlatform("linux")]
internal static partial class UnixWriters
{
    private const int SetSignal = 10, SetLease = 1024, ReadLease = 0, NoLease = 2, TryAgain = 11;

    /// <summary>Ignored where nobody asked for it: a writer that comes in between must not end this program, as the usual signal would.</summary>
    private const int UrgentSignal = 23;

    public static bool Has(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var descriptor = (int)file.DangerousGetHandle();
            if (Control(descriptor, SetSignal, UrgentSignal) != 0) return false;
            if (Control(descriptor, SetLease, ReadLease) != 0) return Marshal.GetLastPInvokeError() == TryAgain;
            _ = Control(descriptor, SetLease, NoLease);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int descriptor, int command, int argument);
}
