namespace Protokollsok.Page.Tests;

[CollectionDefinition(Name)]
public sealed class OneHome : ICollectionFixture<PageHome>
{
    public const string Name = "page";

    /// <summary>How long something may take to appear, in milliseconds: what is tested is that it comes, not how fast this machine is.</summary>
    public const float Patience = 60_000;
}
