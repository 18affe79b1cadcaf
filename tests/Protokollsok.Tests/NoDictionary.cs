using System.Runtime.CompilerServices;

namespace Protokollsok.Tests;

/// <summary>What a test sees must not depend on which dictionary this machine has: settings that are read name none, in the programs that tests start as well.</summary>
internal static class NoDictionary
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("PROTOKOLLSOK_KNOWLEDGE_DICTIONARY", "none");
}
