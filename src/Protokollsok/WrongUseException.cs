namespace Protokollsok;

/// <summary>The program was started in a way that cannot work: a wrong setting, a file that is not there. Ends it with exit code 2.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
