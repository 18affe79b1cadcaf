namespace Protokollsok.Web;

/// <summary>A parameter of a search (from the address or the command line) has a value that it cannot have.</summary>
/// <param name="message">English.</param>
/// <param name="swedish">The same in plain Swedish, for the person at the page.</param>
internal sealed class BadParameterException(string message, string swedish) : Exception(message)
{
    public string SwedishMessage { get; } = swedish;
}
