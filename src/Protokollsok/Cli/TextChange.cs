using System.Globalization;
using Protokollsok.Documents;

namespace Protokollsok.Cli;

/// <summary>A change of <c>repair --changes</c>, placed in the input.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units of the input.</param>
internal sealed record TextChange(int Line, int Column, string Was, string Now, double Confidence, bool Applied, string? Second, string Reason)
{
    /// <summary>Corrections are placed in the repaired text; what was applied before one moved it by the difference of the lengths.</summary>
    /// <param name="input">The text as it came.</param>
    /// <param name="corrections">In the text's order.</param>
    /// <param name="firstLine">The 1-based number of the text's first line in the file.</param>
    public static IEnumerable<TextChange> Of(string input, IEnumerable<Correction> corrections, int firstLine)
    {
        int moved = 0, line = firstLine, lineStart = 0, seen = 0;
        foreach (var correction in corrections)
        {
            var start = correction.Start - moved;
            for (; seen < start; seen++)
            {
                if (input[seen] != '\n') continue;
                line++;
                lineStart = seen + 1;
            }

            yield return new TextChange(
                line, start - lineStart + 1, correction.Was, correction.Now, correction.Confidence, correction.Applied, correction.Second, correction.Reason);
            if (correction.Applied) moved += correction.Now.Length - correction.Was.Length;
        }
    }

    /// <summary>The same where the input had letters and their marks apart, which are put together before it is repaired.</summary>
    /// <param name="line">As it came.</param>
    public TextChange InDecomposed(string line)
    {
        var start = TypedLength(line, Column - 1);
        return this with { Column = start + 1, Was = line[start..TypedLength(line, Column - 1 + Was.Length)] };
    }

    /// <summary>How many units of the line, as it came, make so many when it is composed.</summary>
    private static int TypedLength(string line, int composed)
    {
        var (typed, made) = (0, 0);
        while (made < composed && typed < line.Length)
        {
            var element = StringInfo.GetNextTextElement(line, typed);
            made += Nfc.Of(element).Length;
            typed += element.Length;
        }

        return typed;
    }
}
