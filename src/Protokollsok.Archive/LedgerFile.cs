using Microsoft.Data.Sqlite;

namespace Protokollsok.Archive;

/// <summary>The ledger's file in a home, and the ways to open it.</summary>
internal sealed class LedgerFile(string home)
{
    private const int BusySeconds = 30;

    /// <summary><c>ledger.db</c>; beside it, while somebody writes, lie <c>ledger.db-wal</c> and <c>ledger.db-shm</c>.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetFullPath(home), "ledger.db");

    public bool Exists => File.Exists(Path);

    /// <summary>
    /// What the file looks like while nobody writes; <see langword="null"/> when somebody does, or died doing so. As long as two looks
    /// give the same, nothing was written between them.
    /// </summary>
    public (DateTime WrittenAt, long Bytes)? Quiet() =>
        File.Exists(Path + "-wal") || new FileInfo(Path) is not { Exists: true } file ? null : (file.LastWriteTimeUtc, file.Length);

    public SqliteConnection OpenForWriting() => Open(Path, SqliteOpenMode.ReadWriteCreate);

    /// <param name="quiet">Nobody writes.</param>
    /// <remarks>
    /// SQLite makes <c>-wal</c> and <c>-shm</c> even to read, and cannot read at all where it may not make them. Of a file that nobody
    /// writes it can be told that it is immutable, and then makes none.
    /// </remarks>
    public SqliteConnection OpenForReading(bool quiet) => Open(quiet ? $"{Uri()}?immutable=1" : Path, SqliteOpenMode.ReadOnly);

    private static SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private string Uri()
    {
        var parts = Path.Split(System.IO.Path.DirectorySeparatorChar)
            .Select(part => part.EndsWith(':') ? part : System.Uri.EscapeDataString(part));
        return "file:///" + string.Join('/', parts).TrimStart('/');
    }
}
