using System.Buffers;

namespace Protokollsok.Repair;

/// <summary>What repair never touches: whatever carries numbers or signs that mean something by their order.</summary>
internal static class Protection
{
    private static readonly SearchValues<char> s_signs = SearchValues.Create("@_\\<>=+%§$€£*|{}[]~^");

    /// <summary>
    /// Whether the chunk between two blanks is an address, a file name, an abbreviation, or numbers with signs between them.
    /// </summary>
    public static bool Covers(ReadOnlySpan<char> chunk)
    {
        var core = Core(chunk);
        if (core.ContainsAny(s_signs)) return true;
        if (HasInner(core, '.') || HasInner(core, ':') || core.Contains("//", StringComparison.Ordinal)) return true;
        return HasStandingNumber(core) || IsPath(chunk);
    }

    /// <summary>A part of an address: a slash at its end or before a row of hyphens (<c>halsa/regionala-vardprogram-for-aldre</c>).</summary>
    private static bool IsPath(ReadOnlySpan<char> chunk) =>
        chunk.Contains('/') && chunk.Length > 2 && (chunk[0] == '/' || chunk[^1] == '/' || chunk.Count('-') > 1);

    /// <summary>Without the signs around it.</summary>
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> chunk)
    {
        return chunk.TrimStart("(\"”“‘»«'’-–—•").TrimEnd(".,;:!?)\"”“’'»«-–—");
    }

    private static bool HasInner(ReadOnlySpan<char> core, char sign) => core.IndexOf(sign) is > 0 and var at && at < core.Length - 1;

    /// <summary>A digit next to a sign (<c>2014-225</c>, <c>0-12</c>, <c>31/16</c>).</summary>
    private static bool HasStandingNumber(ReadOnlySpan<char> core)
    {
        for (var i = 0; i < core.Length; i++)
        {
            if (!char.IsDigit(core[i])) continue;
            if (i > 0 && !char.IsLetterOrDigit(core[i - 1])) return true;
            if (i + 1 < core.Length && !char.IsLetterOrDigit(core[i + 1])) return true;
        }

        return false;
    }
}
