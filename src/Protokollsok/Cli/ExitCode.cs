namespace Protokollsok.Cli;

/// <summary>What the program's exit tells scripts. Part of the public contract.</summary>
internal static class ExitCode
{
    /// <summary>All done; also a duplicate, or a search without hits.</summary>
    public const int Done = 0;

    /// <summary>Some documents are partial, failed or in quarantine, or <c>verify</c> found faults.</summary>
    public const int SomeFailed = 1;

    /// <summary>Wrong use, a wrong setting, no such file.</summary>
    public const int WrongUse = 2;

    /// <summary>Something else stopped it.</summary>
    public const int Stopped = 3;
}
