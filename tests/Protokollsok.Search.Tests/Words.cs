using Protokollsok.Language;

namespace Protokollsok.Search.Tests;

/// <summary>The real model, opened once.</summary>
internal static class Words
{
    public static WordAnalyzer Analyzer { get; } = new(SwedishModel.OpenDefault());
}
