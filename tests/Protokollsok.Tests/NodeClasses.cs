namespace Protokollsok.Tests;

/// <summary>The search node's classes as Java has them in memory, made once and put into each new home: a start takes half the time.</summary>
internal static class NodeClasses
{
    private static readonly Lazy<IReadOnlyList<string>> Made = new(Make);

    public static void PutInto(string home)
    {
        var index = Directory.CreateDirectory(Path.Combine(home, "index")).FullName;
        if (Directory.GetFiles(index, "*.jsa").Length > 0) return;
        foreach (var classes in Made.Value) File.Copy(classes, Path.Combine(index, Path.GetFileName(classes)), overwrite: true);
    }

    /// <summary>By the first program that ends in peace; kept beside the tests for the next run of them. Java checks that they fit.</summary>
    private static string[] Make()
    {
        var kept = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "node-classes")).FullName;
        if (Directory.GetFiles(kept) is { Length: > 0 } made && made.All(file => File.GetCreationTimeUtc(file) > File.GetLastWriteTimeUtc(typeof(NodeClasses).Assembly.Location))) return made;
        using var folder = new TemporaryFolder();
        var start = TheProgram.Command("verify", "--repair", "--data", Directory.CreateDirectory(folder.File("home")).FullName);
        using (var process = System.Diagnostics.Process.Start(start)!) process.WaitForExit();
        foreach (var old in Directory.GetFiles(kept)) File.Delete(old);
        foreach (var classes in Directory.GetFiles(folder.File("home"), "*.jsa", SearchOption.AllDirectories)) File.Copy(classes, Path.Combine(kept, Path.GetFileName(classes)));
        return Directory.GetFiles(kept);
    }
}
