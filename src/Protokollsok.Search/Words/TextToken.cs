namespace Protokollsok.Search.Words;

internal readonly record struct TextToken(int Start, int Length, bool IsWord, string Text)
{
    public int End => Start + Length;
}
