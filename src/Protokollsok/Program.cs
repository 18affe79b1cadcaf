using System.Globalization;
using Protokollsok.Cli;

// One culture everywhere: what a document says must not depend on the machine that reads it.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await CommandLineProgram.RunAsync(args);
