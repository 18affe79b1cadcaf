using System.ComponentModel;
using System.Data.Common;
using Protokollsok.Search;

namespace Protokollsok.Processing;

/// <summary>
/// What is wrong with the world and not with the document: a share that is gone, a full disk, a busy ledger, a search node that
/// restarts, a machine that cannot start another process. It is told and waited out; nothing goes into quarantine for it.
/// </summary>
internal static class PassingTrouble
{
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException or DbException or Win32Exception or SearchUnavailableException;
}
