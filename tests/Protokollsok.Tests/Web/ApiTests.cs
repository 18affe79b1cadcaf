namespace Protokollsok.Tests.Web;

/// <summary>Tests that share one server, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiServer>
{
    public const string Name = "api";
}
