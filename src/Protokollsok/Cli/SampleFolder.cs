namespace Protokollsok.Cli;

/// <summary>The project's own test data, found from the program upwards: it lies at the root of the repository, above the build's output.</summary>
internal static class SampleFolder
{
    /// <summary>The scans that <c>demo</c> drops.</summary>
    public static string Scans => Path.Combine(Root, "scans");

    /// <summary>The folder <c>testdata</c>; the working folder's if the program does not lie in a repository.</summary>
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var samples = Path.Combine(folder.FullName, "testdata");
                if (Directory.Exists(samples)) return samples;
            }

            return Path.GetFullPath("testdata");
        }
    }
}
