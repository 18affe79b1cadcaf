namespace Protokollsok.Web;

/// <summary>A parameter of a search (from the address or the command line) has a value that it cannot have.</summary>
internal sealed class BadParameterException(string message) : Exception(message);
