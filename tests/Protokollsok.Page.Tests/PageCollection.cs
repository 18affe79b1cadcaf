namespace Protokollsok.Page.Tests;

[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<PageHome>
{
    public const string Name = "page";
}
