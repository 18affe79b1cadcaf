namespace Protokollsok.Search.Supervision;

/// <summary>How the node answers; the numbers are the frames'.</summary>
internal enum NodeStatus : byte
{
    Done = 0,
    Failed = 1,
    Locked = 2,

    /// <summary>The query took longer than any may.</summary>
    TooLong = 3,
}
