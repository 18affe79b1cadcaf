namespace Protokollsok.Search.Supervision;

/// <summary>What the node can be asked to do; the numbers are the frames'.</summary>
internal enum NodeOperation : byte
{
    Replace = 1,
    Commit = 2,
    Search = 3,
    Values = 4,
    Terms = 5,
    Spread = 6,
    Count = 7,
    Snapshot = 8,
    Sizes = 9,
}
