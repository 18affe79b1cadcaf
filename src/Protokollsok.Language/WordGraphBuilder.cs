using System.Text;

namespace Protokollsok.Language;

/// <summary>Builds the graph of <see cref="WordGraph"/> from a sorted list of words; equal endings become one node.</summary>
internal sealed class WordGraphBuilder
{
    private readonly string[] _words;
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly List<uint> _edges = [0];
    private readonly List<uint> _before = [0];

    /// <param name="words">Without repeats, in the order of the alphabet's codes (<see cref="Compare"/>).</param>
    private WordGraphBuilder(string[] words) => _words = words;

    /// <summary>Edges and the counts beside them; the graph begins at the last of the three.</summary>
    public static (uint[] Edges, uint[] Before, int Root) Build(string[] words)
    {
        var builder = new WordGraphBuilder(words);
        var root = words.Length == 0 ? new Node(0, 0) : builder.NodeOf(0, words.Length, 0);
        return ([.. builder._edges], [.. builder._before], root.Edges);
    }

    public static int Compare(string a, string b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Alphabet.Code(a[i]) - Alphabet.Code(b[i]);
            if (order != 0) return order;
        }

        return a.Length - b.Length;
    }

    /// <summary>
    /// The node that the words from <paramref name="from"/> to <paramref name="to"/> share after their first <paramref name="depth"/>
    /// letters.
    /// </summary>
    private Node NodeOf(int from, int to, int depth)
    {
        var ends = _words[from].Length == depth;
        var ways = new List<Way>();
        for (var i = ends ? from + 1 : from; i < to;)
        {
            var next = i;
            while (next < to && _words[next][depth] == _words[i][depth]) next++;
            ways.Add(new Way(Alphabet.Code(_words[i][depth]), _words[i].Length == depth + 1, NodeOf(i, next, depth + 1)));
            i = next;
        }

        return Shared(ways, ends);
    }

    private Node Shared(List<Way> ways, bool ends)
    {
        var words = ways.Sum(way => way.To.Words) + (ends ? 1 : 0);
        if (ways.Count == 0) return new Node(0, words);
        var key = new StringBuilder().Append(ends ? '+' : '-');
        foreach (var way in ways)
            key.Append((char)way.Letter).Append(way.Ends ? '!' : '.').Append((char)(way.To.Edges & 0xFFFF)).Append((char)(way.To.Edges >> 16));
        if (_nodes.TryGetValue(key.ToString(), out var known)) return known;
        var node = new Node(_edges.Count, words);
        Lay(ways);
        _nodes[key.ToString()] = node;
        return node;
    }

    private void Lay(List<Way> ways)
    {
        uint before = 0;
        foreach (var way in ways)
        {
            _edges.Add(WordGraph.Edge(way.Letter, way.Ends, way == ways[^1], way.To.Edges));
            _before.Add(before);
            before += (uint)way.To.Words;
        }
    }

    private sealed record Node(int Edges, int Words);

    private sealed record Way(byte Letter, bool Ends, Node To);
}
