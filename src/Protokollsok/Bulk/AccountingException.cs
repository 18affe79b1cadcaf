namespace Protokollsok.Bulk;

/// <summary>A new index does not hold what the ledger says was put in.</summary>
internal sealed class AccountingException(string message) : Exception(message);
