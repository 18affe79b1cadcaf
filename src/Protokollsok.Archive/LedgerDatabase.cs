using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Protokollsok.Archive;

/// <summary>
/// The ledger's tables behind one connection, one caller at a time: SQLite in WAL mode with every commit on the disk. Other
/// processes may read meanwhile.
/// </summary>
internal sealed class LedgerDatabase : IDisposable
{
    private readonly LedgerFile _file;
    private readonly Lock _gate = new();
    private SqliteConnection _connection;

    // Set while the file is read as one that nobody writes.
    private (DateTime WrittenAt, long Bytes)? _quiet;
    private bool _isInSnapshot;
    private bool _isInTransaction;

    private LedgerDatabase(LedgerFile file, bool isReadOnly)
    {
        _file = file;
        _quiet = isReadOnly ? file.Quiet() : null;
        _connection = isReadOnly ? file.OpenForReading(_quiet is not null) : file.OpenForWriting();
    }

    /// <summary>Called before each statement, before and after each commit; rehearsals of accidents fail it.</summary>
    internal Action<string> BeforeStep { get; set; } = static _ => { };

    /// <summary>Opens the ledger of a home for writing, makes it if it is not there and brings it to the newest schema.</summary>
    /// <exception cref="InvalidOperationException">A newer program made it.</exception>
    public static LedgerDatabase Open(string home, Action<string>? beforeStep = null)
    {
        Directory.CreateDirectory(home);
        var file = new LedgerFile(home);
        bool isNew = !file.Exists;
        return Checked(new LedgerDatabase(file, isReadOnly: false), database =>
        {
            database.BeforeStep = beforeStep ?? database.BeforeStep;
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            database.Migrate();
            if (isNew)
                DurableFiles.FlushFolder(Path.GetDirectoryName(file.Path)!);
        });
    }

    /// <summary>Opens it for reading; <see langword="null"/> if there is none, or none yet.</summary>
    /// <exception cref="InvalidOperationException">It is of another version.</exception>
    public static LedgerDatabase? OpenReadOnly(string home)
    {
        var file = new LedgerFile(home);
        if (!file.Exists)
            return null;
        bool isBegun = true;
        var database = Checked(new LedgerDatabase(file, isReadOnly: true), database =>
        {
            // A program that is making it just now, or was killed at that, has left a file without tables.
            long version = database.Version();
            isBegun = version > 0;
            if (isBegun && version != LedgerSchema.Migrations.Length)
                throw database.OtherVersion(version);
        });
        if (isBegun)
            return database;
        database.Dispose();
        return null;
    }

    /// <summary>All or nothing, on the disk when it returns; inside another one, with that.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        lock (_gate)
        {
            if (_isInTransaction)
                return work();
            _isInTransaction = true;
            try
            {
                return Transaction(work);
            }
            finally
            {
                _isInTransaction = false;
            }
        }
    }

    private T Transaction<T>(Func<T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        T result = work();
        BeforeStep("sql commit");
        transaction.Commit();
        BeforeStep("sql committed");
        return result;
    }

    /// <summary>Several queries that see one state.</summary>
    public T InSnapshot<T>(Func<T> work)
    {
        lock (_gate)
        {
            while (true)
            {
                try
                {
                    T result = Snapshot(work);
                    if (IsStillQuiet())
                        return result;
                }
                catch (SqliteException) when (!IsStillQuiet())
                {
                }
                // Somebody began to write under what was read as quiet.
                _connection.Dispose();
                _quiet = _file.Quiet();
                _connection = _file.OpenForReading(_quiet is not null);
            }
        }
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            BeforeStep("sql " + sql);
            return _connection.Execute(sql, values);
        }
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object? Value)[] values)
    {
        lock (_gate)
        {
            if (_quiet is not null && !_isInSnapshot)
                return InSnapshot(() => Query(sql, row, values));
            BeforeStep("sql " + sql);
            return _connection.Query(sql, row, values);
        }
    }

    public long Number(string sql, params (string Name, object? Value)[] values) =>
        Query(sql, static row => row.GetInt64(0), values).Single();

    public void Dispose() => _connection.Dispose();

    private static LedgerDatabase Checked(LedgerDatabase database, Action<LedgerDatabase> check)
    {
        try
        {
            check(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private T Snapshot<T>(Func<T> work)
    {
        using var transaction = _connection.BeginTransaction(deferred: true);
        _isInSnapshot = true;
        try
        {
            return work();
        }
        finally
        {
            _isInSnapshot = false;
        }
    }

    private bool IsStillQuiet() => _quiet is null || _file.Quiet() == _quiet;

    private InvalidOperationException OtherVersion(long version) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"The ledger {_file.Path} is of version {version}, and this program writes version {LedgerSchema.Migrations.Length}: ")
            + (version > LedgerSchema.Migrations.Length
                ? "use the newer program that made it."
                : "start the service once, which brings it up to date."));

    private long Version() => Number("PRAGMA user_version");

    private void Migrate()
    {
        if (Version() == LedgerSchema.Migrations.Length)
            return;
        InTransaction(() =>
        {
            long version = Version();
            if (version > LedgerSchema.Migrations.Length)
                throw OtherVersion(version);
            foreach (string migration in LedgerSchema.Migrations.Skip((int)version))
                Execute(migration);
            return Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {LedgerSchema.Migrations.Length}"));
        });
    }
}
