using System.Text;
using Protokollsok.Corrections;
using Protokollsok.Documents;

namespace Protokollsok.Bulk;

/// <summary>
/// A register that was handed in with an old archive: a CSV with a head, comma or semicolon between its columns. <c>path</c> names a file (from the
/// register's folder on, or absolute); <c>board</c>, <c>date</c>, <c>documentDate</c>, <c>dnr</c>, <c>title</c>, <c>type</c> and <c>municipality</c> say what is known
/// of it; other columns are passed over and told, and so is a file that stands there twice: its first row counts.
/// </summary>
internal sealed class Manifest
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["board"] = CorrectionField.Board,
        ["nämnd"] = CorrectionField.Board,
        ["date"] = CorrectionField.MeetingDate,
        ["datum"] = CorrectionField.MeetingDate,
        ["meetingDate"] = CorrectionField.MeetingDate,
        ["documentDate"] = CorrectionField.DocumentDate,
        ["dnr"] = CorrectionField.Dnr,
        ["title"] = CorrectionField.Title,
        ["type"] = CorrectionField.Type,
        ["municipality"] = CorrectionField.Municipality,
    };

    private readonly Dictionary<string, (int Row, string Path, IReadOnlyList<(string Field, string Value)> Known)> _known = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    private readonly string _key;

    private Manifest(string path) => (Name, _key) = (Path.GetFileName(path), KeyOf(path));

    /// <summary>Of the file, without its folder: who says so.</summary>
    public string Name { get; }

    /// <summary>What in it counts for nothing, and why; English.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Whether a file is the register, which often lies among what it lists and is no document.</summary>
    public bool Is(string path) => KeyOf(path) == _key;

    /// <summary>The rows, in words, whose files are none of these.</summary>
    /// <param name="keys">As <see cref="KeyOf"/> has them.</param>
    public IEnumerable<string> RowsBut(IReadOnlySet<string> keys) =>
        _known.Where(row => !keys.Contains(row.Key)).OrderBy(row => row.Value.Row).Select(row => $"{Name}, row {row.Value.Row}: {row.Value.Path}");

    /// <summary>One spelling for all of a path: registers and disks compose their å, ä and ö each in its own way.</summary>
    public static string KeyOf(string path) => Nfc.Of(Path.GetFullPath(path));

    /// <exception cref="WrongUseException">It is no such register, or a value in it is none for its column.</exception>
    public static Manifest Read(string path, Func<string, Dnr?> dnrOf)
    {
        if (!File.Exists(path)) throw new WrongUseException($"There is no manifest {path}.");
        var manifest = new Manifest(path);
        var rows = Rows(TextOf(path)).ToList();
        var head = rows.Count == 0 ? [] : rows[0].ConvertAll(name => name.Trim().TrimStart('\uFEFF'));
        var pathAt = head.FindIndex(name => name.Equals("path", StringComparison.OrdinalIgnoreCase));
        if (pathAt < 0) throw new WrongUseException($"{path}: a first line with the column path was expected.");
        foreach (var name in head.Where((name, at) => at != pathAt && name.Length > 0 && !Fields.ContainsKey(name)))
            manifest._notes.Add($"{manifest.Name}: the column {name} is unknown and passed over ({string.Join(", ", Fields.Keys)} are known)");
        for (var at = 1; at < rows.Count; at++) manifest.Add(head, pathAt, rows[at], at + 1, path, dnrOf);
        return manifest;
    }

    private void Add(List<string> head, int pathAt, List<string> row, int number, string register, Func<string, Dnr?> dnrOf)
    {
        if (row.Count <= pathAt || string.IsNullOrWhiteSpace(row[pathAt]))
        {
            _notes.Add($"{Name}, row {number}: no path stands there; passed over");
            return;
        }

        var written = row[pathAt].Trim();
        // Windows writes its registers with its own slashes.
        if (Path.DirectorySeparatorChar != '\\' && !written.Contains('/', StringComparison.Ordinal)) written = written.Replace('\\', '/');
        var key = KeyOf(Path.GetFullPath(written, Path.GetDirectoryName(Path.GetFullPath(register))!));
        IReadOnlyList<(string Field, string Value)> known = [.. Known(head, row, $"{register}, row {number}", dnrOf)];
        if (_known.TryAdd(key, (number, written, known))) return;
        var first = _known[key];
        _notes.Add($"{Name}, row {number}: {written} stands in row {first.Row} already{(known.SequenceEqual(first.Known) ? "" : ", with other values")}; row {first.Row} counts");
    }

    /// <summary>UTF-8, or what Excel writes in Sweden when nobody tells it otherwise.</summary>
    private static string TextOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    /// <summary>What is known of a file: fields and values as corrections have them.</summary>
    public IReadOnlyList<(string Field, string Value)> Of(string path) => _known.TryGetValue(KeyOf(path), out var row) ? row.Known : [];

    private static IEnumerable<(string Field, string Value)> Known(List<string> head, List<string> row, string where, Func<string, Dnr?> dnrOf)
    {
        for (var column = 0; column < Math.Min(head.Count, row.Count); column++)
        {
            if (!Fields.TryGetValue(head[column], out var field) || string.IsNullOrWhiteSpace(row[column])) continue;
            yield return (field, Checked(field, row[column], where, dnrOf));
        }
    }

    private static string Checked(string field, string value, string where, Func<string, Dnr?> dnrOf)
    {
        try
        {
            return CorrectionField.Checked(field, value, record: null, dnrOf);
        }
        catch (WrongUseException e)
        {
            throw new WrongUseException($"{where}: {e.Message}");
        }
    }

    /// <summary>RFC 4180, with the separator that the first line has more of.</summary>
    private static IEnumerable<List<string>> Rows(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var separator = first.Count(';') > first.Count(',') ? ';' : ',';
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at < text.Length ? text[at] : '\n';
            if (isQuoted && at < text.Length)
            {
                if (letter != '"') cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"') cell.Append(text[at++]);
                else isQuoted = false;
            }
            else if (letter == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (letter == separator || letter == '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter != '\n') continue;
                if (row.Any(each => each.Length > 0)) yield return row;
                row = [];
            }
            else
            {
                cell.Append(letter);
            }
        }
    }
}
