namespace Protokollsok.Bulk;

/// <summary>More would be lost than may be.</summary>
internal sealed class BudgetExceededException(string message) : Exception(message);
