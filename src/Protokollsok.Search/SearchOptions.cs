namespace Protokollsok.Search;

/// <summary>How the search node is run. The defaults suit an archive of some hundred thousand pages.</summary>
public sealed record SearchOptions
{
    /// <summary>The Java program: a path, or a name that <c>PATH</c> knows. Java 17 or later.</summary>
    public string Java { get; init; } = "java";

    /// <summary>The folder that holds <c>lucene-core-8….jar</c>; Debian's liblucene8-java puts it here.</summary>
    public string LuceneFolder { get; init; } = "/usr/share/java";

    /// <summary>The node's heap, in megabytes; at least 64. The index itself is memory-mapped and lies outside it.</summary>
    public int HeapMegabytes { get; init; } = 384;

    /// <summary>Whether a writer keeps its node's classes beside the index, so that later starts take half the time; the first end takes a second longer.</summary>
    public bool ArchiveClasses { get; init; } = true;

    /// <summary>How much is gathered in memory before a segment is written, in megabytes; well under the heap.</summary>
    public int BufferMegabytes { get; init; } = 64;

    /// <summary>How long the node works at one question before it says that it takes too long.</summary>
    public TimeSpan QueryLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a question waits for its answer. When no question has been answered for so long, the node hangs: it is killed and started
    /// again. Well above <see cref="QueryLimit"/>, since questions also wait for each other.
    /// </summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The same for what is written, and for what is asked of the whole index: a commit waits for the disk.</summary>
    public TimeSpan WriteLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the node may take to open the index: one that was not closed is looked through first, and a disk may be cold.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many of the archive's words are looked at for one suggestion.</summary>
    public int LongestWalk { get; init; } = 50_000;

    /// <summary>Of how many entries a part is that a processor of its own is worth.</summary>
    public int SmallestPart { get; init; } = 10_000;

    /// <summary>The pause before a dead node is started again; doubled after each failure, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest pause before a start.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Takes what the node and its supervisor have to say, a line at a time; from any thread.</summary>
    public Action<string>? Log { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
