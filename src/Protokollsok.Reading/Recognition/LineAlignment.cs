namespace Protokollsok.Reading.Recognition;

/// <summary>
/// Lays two readings of one line over each other, letter by letter, blanks aside. Letters, unlike boxes, say where a reading lost or
/// invented something: beside a narrow sign the boxes of two models lie apart by as much as the sign is wide. Where the letters leave
/// a choice, the blanks decide: <c>96 96</c> over <c>96 %</c> ends in a sign that was misread, not in one that follows a 9.
/// </summary>
internal sealed class LineAlignment
{
    /// <summary>Of a character lost, invented or changed; and of a blank that only one of them has before it.</summary>
    private const int Letter = 8, Blank = 1;

    private readonly Letters _first;
    private readonly Letters _second;
    private readonly int[,] _cost;

    private LineAlignment(Letters first, Letters second)
    {
        (_first, _second) = (first, second);
        int rows = first.Text.Length, columns = second.Text.Length;
        _cost = new int[rows + 1, columns + 1];
        for (int i = 0; i <= rows; i++) _cost[i, 0] = i * Letter;
        for (int j = 0; j <= columns; j++) _cost[0, j] = j * Letter;
        for (int i = 1; i <= rows; i++)
            for (int j = 1; j <= columns; j++)
                _cost[i, j] = Math.Min(Math.Min(_cost[i - 1, j], _cost[i, j - 1]) + Letter, _cost[i - 1, j - 1] + Change(i, j));
    }

    /// <summary>
    /// The pieces of both, from left to right: either one character that is the same in both, or what differs between two such.
    /// </summary>
    public static IReadOnlyList<AlignedPiece> Of(Letters first, Letters second) => new LineAlignment(first, second).Pieces();

    private int Change(int i, int j) =>
        (_first.Text[i - 1] == _second.Text[j - 1] ? 0 : Letter) + (_first.StartsWord(i - 1) == _second.StartsWord(j - 1) ? 0 : Blank);

    private List<AlignedPiece> Pieces()
    {
        var pieces = new List<AlignedPiece>();
        int i = _first.Text.Length, j = _second.Text.Length, firstEnd = i, secondEnd = j;
        while (i > 0 && j > 0)
        {
            // Cheapest first; of equals the change, so that a mistake and its sign stay in one piece.
            if (_cost[i, j] == _cost[i - 1, j - 1] + Change(i, j))
            {
                (i, j) = (i - 1, j - 1);
                if (_first.Text[i] != _second.Text[j]) continue;
                Differing(i + 1, j + 1);
                pieces.Add(new AlignedPiece(i, 1, j, 1, IsSame: true));
                (firstEnd, secondEnd) = (i, j);
            }
            else if (_cost[i, j] == _cost[i - 1, j] + Letter) i--;
            else j--;
        }

        Differing(0, 0);
        pieces.Reverse();
        return pieces;

        void Differing(int first, int second)
        {
            if (first < firstEnd || second < secondEnd)
                pieces.Add(new AlignedPiece(first, firstEnd - first, second, secondEnd - second, IsSame: false));
        }
    }
}

/// <summary>A stretch of both readings, either of which may be empty; 0-based, blanks not counted.</summary>
internal readonly record struct AlignedPiece(int First, int FirstLength, int Second, int SecondLength, bool IsSame);
