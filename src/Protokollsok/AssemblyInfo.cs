using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Protokollsok.Tests")]
