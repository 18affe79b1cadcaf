using System.Buffers;

namespace Protokollsok.Search.Words;

/// <summary>Takes å ä ö and the accents of Swedish away from lower-case text.</summary>
internal static class Folding
{
    private const string Marked = "åäæáàâãöøóòôõéèêëíìîïúùûüýÿçñ";
    private const string Plain = "aaaaaaaooooooeeeeiiiiuuuuyycn";

    private static readonly SearchValues<char> AnyMarked = SearchValues.Create(Marked);

    public static bool IsFolded(string text) => !text.AsSpan().ContainsAny(AnyMarked);

    public static string Of(string text) =>
        IsFolded(text) ? text : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var mark = Marked.IndexOf(source[i], StringComparison.Ordinal);
                span[i] = mark < 0 ? source[i] : Plain[mark];
            }
        });
}
