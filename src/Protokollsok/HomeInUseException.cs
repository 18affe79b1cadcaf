namespace Protokollsok;

/// <summary>Another program works with this home. Two writers would harm one another, so the second one ends (exit code 3).</summary>
internal sealed class HomeInUseException(string message) : Exception(message);
