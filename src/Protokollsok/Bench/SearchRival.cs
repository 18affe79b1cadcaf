using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Protokollsok.Cli;

namespace Protokollsok.Bench;

/// <summary>
/// The same archive and queries with SQLite's FTS5 as it comes: best ten by bm25 with snippets, exact count, counts by board and year. It knows
/// no inflections, compounds or readings, so it finds less.
/// </summary>
internal static class SearchRival
{
    private const string Schema = """
        CREATE TABLE entries (id INTEGER PRIMARY KEY, board TEXT, year INTEGER);
        CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0');
        """;

    private const string Top = "SELECT snippet(words, 0, '<mark>', '</mark>', '…', 40) FROM words WHERE words MATCH $q ORDER BY bm25(words) LIMIT 10";
    private const string Count = "SELECT count(*) FROM words WHERE words MATCH $q";
    private const string Facets = "SELECT board, year, count(*) FROM words JOIN entries ON entries.id = words.rowid WHERE words MATCH $q GROUP BY board, year";

    public static async Task MeasureAsync(string path, SearchCorpus corpus, int documents, IReadOnlyList<SearchQueries> kinds)
    {
        var isNew = !File.Exists(path);
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await database.OpenAsync();
        if (isNew) Fill(database, corpus, documents);
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite FTS5: {new FileInfo(path).Length / 1e6:F0} MB"));
        foreach (var kind in kinds) await SearchLatency.MeasureAsync($"FTS5 {kind.Name}", "", kind.Queries, query => Task.FromResult(Ask(database, query)));
    }

    /// <summary>The domain's queries with FTS5 as it comes.</summary>
    public static async Task MeasureDomainAsync()
    {
        await using var database = new SqliteConnection("Data Source=:memory:");
        await database.OpenAsync();
        Run(database, Schema);
        foreach (var name in DomainQueries.Names)
        {
            using var insert = Question(database, "INSERT INTO words (text) VALUES ($q)", DomainQueries.TextOf(name));
            insert.ExecuteNonQuery();
        }

        await DomainQueries.CountWrongAsync("SQLite FTS5", tellEach: false, query => Task.FromResult(Names(database, query)));
    }

    /// <summary>Each word in quotes, so that no sign of it is taken for the query language.</summary>
    private static List<string> Names(SqliteConnection database, string query)
    {
        var quoted = query.StartsWith('"') ? query : string.Join(' ', query.Split(' ').Select(word => $"\"{word}\""));
        using var ask = Question(database, "SELECT rowid FROM words WHERE words MATCH $q ORDER BY bm25(words)", quoted);
        using var answer = ask.ExecuteReader();
        var names = new List<string>();
        while (answer.Read()) names.Add(DomainQueries.Names[answer.GetInt32(0) - 1]);
        return names;
    }

    private static void Fill(SqliteConnection database, SearchCorpus corpus, int documents)
    {
        Run(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + Schema);
        var clock = new Stopwatch();
        using var transaction = database.BeginTransaction();
        using var entry = database.CreateCommand();
        entry.CommandText = "INSERT INTO entries (board, year) VALUES ($board, $year); INSERT INTO words (rowid, text) VALUES (last_insert_rowid(), $text)";
        SqliteParameter Parameter(string name) => entry.Parameters.AddWithValue(name, "");
        var (board, year, text) = (Parameter("$board"), Parameter("$year"), Parameter("$text"));
        for (var number = 0; number < documents; number++)
        {
            var record = corpus.Document(number);
            (board.Value, year.Value) = (record.Board!.Value, record.MeetingDate!.Value.FirstDay.Year);
            clock.Start();
            foreach (var one in record.Decisions.Select(decision => decision.Text).Concat(record.Pages.Select(page => page.Text)))
            {
                text.Value = one;
                entry.ExecuteNonQuery();
            }

            clock.Stop();
        }

        transaction.Commit();
        Output.Results.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SQLite FTS5: {documents * SearchCorpus.EntriesADocument / clock.Elapsed.TotalSeconds:F0} entries a second"));
    }

    private static long Ask(SqliteConnection database, string query)
    {
        var words = query.Contains('"', StringComparison.Ordinal) ? query.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : query;
        foreach (var question in new[] { Top, Facets })
        {
            using var answer = Question(database, question, words).ExecuteReader();
            while (answer.Read())
            {
            }
        }

        return (long)Question(database, Count, words).ExecuteScalar()!;
    }

    private static SqliteCommand Question(SqliteConnection database, string text, string words)
    {
        var command = database.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$q", words);
        return command;
    }

    private static void Run(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
