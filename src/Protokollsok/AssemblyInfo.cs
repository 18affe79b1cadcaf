using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Protokollsok.Page.Tests")]
[assembly: InternalsVisibleTo("Protokollsok.Tests")]
