using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Protokollsok.Archive;

/// <summary>
/// The ledger's file: one connection, one caller at a time. SQLite in WAL mode with every commit on the disk; other processes may
/// read meanwhile.
/// </summary>
internal sealed class LedgerDatabase : IDisposable
{
    private const int BusySeconds = 30;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private LedgerDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Called before and after each commit; tests fail it to rehearse accidents.</summary>
    internal Action<string> BeforeStep { get; set; } = static _ => { };

    /// <summary>Opens the ledger of a home for writing, makes it if it is not there and brings it to the newest schema.</summary>
    /// <exception cref="InvalidOperationException">A newer program made it.</exception>
    public static LedgerDatabase Open(string home)
    {
        string path = PathIn(Directory.CreateDirectory(home).FullName);
        bool isNew = !File.Exists(path);
        var database = new LedgerDatabase(Connect(path, SqliteOpenMode.ReadWriteCreate));
        try
        {
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            database.Migrate(path);
            if (isNew)
                DurableFiles.FlushFolder(Path.GetDirectoryName(path)!);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens it for reading; <see langword="null"/> if there is none.</summary>
    /// <exception cref="InvalidOperationException">It is of another version.</exception>
    public static LedgerDatabase? OpenReadOnly(string home)
    {
        string path = PathIn(Path.GetFullPath(home));
        if (!File.Exists(path))
            return null;
        var database = new LedgerDatabase(Connect(path, SqliteOpenMode.ReadOnly));
        try
        {
            long version = database.Version();
            return version == LedgerSchema.Migrations.Length ? database : throw OtherVersion(path, version);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>All or nothing, on the disk when it returns.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            T result = work();
            BeforeStep("commit");
            transaction.Commit();
            BeforeStep("committed");
            return result;
        }
    }

    /// <summary>Several queries that see one state.</summary>
    public T InSnapshot<T>(Func<T> work)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: true);
            return work();
        }
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            return command.ExecuteNonQuery();
        }
    }

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        lock (_gate)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }
    }

    public long Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Query(sql, static row => row.GetInt64(0), values).Single();

    public void Dispose() => _connection.Dispose();

    private static string PathIn(string home) => Path.Combine(home, "ledger.db");

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static InvalidOperationException OtherVersion(string path, long version) =>
        new(string.Create(CultureInfo.InvariantCulture,
            $"The ledger {path} is of version {version}, and this program writes version {LedgerSchema.Migrations.Length}: ")
            + (version > LedgerSchema.Migrations.Length ? "use the newer program that made it." : "start the service once, which brings it up to date."));

    private long Version() => Number("PRAGMA user_version");

    private void Migrate(string path)
    {
        if (Version() == LedgerSchema.Migrations.Length)
            return;
        InTransaction(() =>
        {
            long version = Version();
            if (version > LedgerSchema.Migrations.Length)
                throw OtherVersion(path, version);
            foreach (string migration in LedgerSchema.Migrations.Skip((int)version))
                Execute(migration);
            return Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {LedgerSchema.Migrations.Length}"));
        });
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
