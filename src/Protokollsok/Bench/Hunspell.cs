using System.Diagnostics;
using System.Text;

namespace Protokollsok.Bench;

/// <summary>Debian's Swedish spelling checker, one process for many words.</summary>
internal static class Hunspell
{
    private const string Program = "/usr/bin/hunspell";

    /// <summary>For each word of letters only: <see langword="null"/> where it is known, else the first suggestion, or the word itself where there is none. Empty where hunspell is not installed.</summary>
    public static Dictionary<string, string?> Ask(IEnumerable<string> words)
    {
        string[] asked = [.. words.Where(word => word.Length > 0 && word.All(char.IsLetter)).Distinct(StringComparer.Ordinal)];
        if (!File.Exists(Program) || asked.Length == 0) return [];
        var half = asked.Length / 2;
        var first = Task.Run(() => AskOne(asked[..half]));
        return new Dictionary<string, string?>(AskOne(asked[half..]).Concat(first.Result), StringComparer.Ordinal);
    }

    private static Dictionary<string, string?> AskOne(string[] words)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "-d", "sv_SE", "-i", "UTF-8", "-a" }) start.ArgumentList.Add(argument);
        using var hunspell = Process.Start(start)!;
        var asking = Task.Run(() =>
        {
            foreach (var word in words) hunspell.StandardInput.WriteLine($"^{word}");
            hunspell.StandardInput.Close();
        });
        var answers = new Dictionary<string, string?>(StringComparer.Ordinal);
        hunspell.StandardOutput.ReadLine(); // its name and version
        foreach (var word in words)
        {
            while (hunspell.StandardOutput.ReadLine() is { Length: > 0 } answer)
                answers[word] = answer[0] switch { '&' => answer.Split(": ", 2)[1].Split(", ")[0], '#' => word, _ => null };
        }

        asking.Wait();
        hunspell.WaitForExit();
        return answers;
    }
}
