namespace Protokollsok.Search.Tests;

public class SwedishOrderTests
{
    [Fact]
    public void Puts_å_ä_ö_last_and_capitals_and_accents_with_their_letters()
    {
        string[] words = ["ö", "zon", "ä", "å", "idrott", "Idé", "a", "Äng"];
        Assert.Equal(["a", "Idé", "idrott", "zon", "å", "ä", "Äng", "ö"], words.Order(SwedishOrder.Instance));
    }
}
