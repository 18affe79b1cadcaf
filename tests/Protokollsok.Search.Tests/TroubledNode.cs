namespace Protokollsok.Search.Tests;

/// <summary>The real node behind a program that troubles it: it stands where Java is looked for, and hands on what it gets but for what is told here.</summary>
public sealed class TroubledNode : IDisposable
{
    /// <summary>The numbers of operations in a frame.</summary>
    public const int Commit = 2, Values = 4, Terms = 5, Count = 7;

    private const string Program = """
        #!/usr/bin/perl
        select(undef, undef, undef, .05) while -e "$0.away";
        open(my $java, '|-', 'java', @ARGV) or die;
        binmode $_ for (*STDIN, *STDOUT, $java);
        $_->autoflush(1) for (*STDOUT, $java);
        use IO::Handle;
        while (read(STDIN, my $head, 4) == 4) {
            read(STDIN, my $body, unpack('N', $head));
            my ($request, $operation) = unpack('NC', $body);
            next if -e "$0.lost-$operation";
            sleep 3 if -e "$0.slow-$operation";
            if (-e "$0.long-$operation") { print pack('NNCC', 6, $request, 3, 0); next; }
            print $java $head, $body;
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("troubled-").FullName;

    public TroubledNode()
    {
        File.WriteAllText(Java, Program.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Java, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>What is to be started as Java.</summary>
    public string Java => Path.Combine(_folder, "java");

    /// <summary>No node starts any more.</summary>
    public void KeepAway() => Trouble("away");

    public void LetCome() => File.Delete(Java + ".away");

    /// <summary>What is asked never arrives.</summary>
    public void Lose(int operation) => Trouble($"lost-{operation}");

    /// <summary>What is asked arrives three seconds later, and all that is asked meanwhile after it.</summary>
    public void Slow(int operation) => Trouble($"slow-{operation}");

    /// <summary>What is asked takes longer than any question may.</summary>
    public void Exhaust(int operation) => Trouble($"long-{operation}");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Trouble(string name) => File.WriteAllText($"{Java}.{name}", "");
}
