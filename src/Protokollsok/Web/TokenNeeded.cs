namespace Protokollsok.Web;

/// <summary>Marks a route that needs a token, for who describes it.</summary>
internal sealed record TokenNeeded;
