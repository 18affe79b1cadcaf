using Protokollsok.Search.Hits;

namespace Protokollsok.Search.Tests;

public class SnippetTests
{
    [Fact]
    public void Escapes_everything_but_its_own_marks()
    {
        const string Text = "<script>alert('x')</script> & \"<mark>\"";
        Assert.Equal(
            "&lt;<mark>script</mark>&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;&lt;mark&gt;&quot;",
            Snippet.Of(Text, [new WordMatch(1, 6, MatchKind.Exact, 0)]));
    }

    [Fact]
    public void Is_the_beginning_of_a_text_without_matches()
    {
        var text = string.Join(' ', Enumerable.Repeat("ord", 200));
        var snippet = Snippet.Of(text, []);
        Assert.StartsWith("ord ord", snippet, StringComparison.Ordinal);
        Assert.EndsWith("ord …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 250, 305);
    }

    [Fact]
    public void Shows_where_most_different_words_stand_together()
    {
        var text = $"sjö {new string('x', 400)} sjö skog sjö {new string('y', 400)}";
        int far = text.LastIndexOf("sjö skog", StringComparison.Ordinal);
        var snippet = Snippet.Of(text, [new(0, 3, MatchKind.Exact, 0), new(far, 3, MatchKind.Exact, 0), new(far + 4, 4, MatchKind.Exact, 1)]);
        Assert.Contains("<mark>sjö</mark> <mark>skog</mark>", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void Never_throws_and_stays_short_on_any_text()
    {
        var random = new Random(3);
        for (var i = 0; i < 500; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 900)).Select(_ => "ab \n\uD83D\uDE00<"[random.Next(7)])]);
            var start = random.Next(text.Length);
            var match = new WordMatch(start, random.Next(1, Math.Min(20, text.Length - start) + 1), MatchKind.Exact, 0);
            var snippet = Snippet.Of(text, [match]);
            Assert.Contains("<mark>", snippet, StringComparison.Ordinal);
            Assert.InRange(snippet.Replace("&lt;", "<", StringComparison.Ordinal).Length, 1, 330);
        }
    }
}
