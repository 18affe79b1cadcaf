using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Protokollsok.Archive;

/// <summary>Statements with named values, and moments as the files of a home write them. Callers keep others off the connection meanwhile.</summary>
internal static class SqliteStatements
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    extension(SqliteConnection connection)
    {
        /// <returns>The number of rows changed.</returns>
        public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            using var command = connection.Command(sql, values);
            return command.ExecuteNonQuery();
        }

        public List<T> Query<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
        {
            using var command = connection.Command(sql, values);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }

        private SqliteCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            return command;
        }
    }

    /// <summary>ISO 8601 in UTC, to the millisecond; sorts as it runs.</summary>
    public static string Written(DateTimeOffset moment) => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>What <see cref="Written"/> wrote.</summary>
    public static DateTimeOffset Moment(string text) =>
        DateTimeOffset.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
