namespace Protokollsok.Language.Words;

/// <summary>Puts together what inflection and compounds say about one lower-case word.</summary>
internal sealed class FormsOf(string word, WordAnalyzer analyzer, Inflections inflections, Compounds compounds)
{
    private const int ShortestUnknownHead = 3;
    private const int ShortestTail = 5;
    private const int ShortestTailWord = 4;
    private const int CommonMass = 200;

    private readonly List<string> _parts = [];

    public WordForms Forms()
    {
        var normal = Normal();
        _parts.RemoveAll(part => part == normal);
        return new WordForms(word, normal, _parts.Count == 0 ? [] : [.. _parts.Distinct()], Folding.Fold(normal));
    }

    private string Normal()
    {
        if (word.Length > Inflections.LongestWord) return word;
        if (Letters.AreAll(word)) return OneWord();
        return Hyphen() is > 0 and var hyphen ? Hyphened(hyphen) : Abbreviation() ?? word;
    }

    private string OneWord()
    {
        var whole = inflections.Find(word);
        if (whole is { Score: double.MaxValue }) return whole.Normal;
        if (compounds.Find(word, whole) is { } split) return Compound(whole, split);
        if (whole is { Attested: > 1 }) return whole.Normal;
        return UnknownHead() ?? whole?.Normal ?? word;
    }

    private string Compound(Lexeme? whole, Split split)
    {
        var tailStart = split.Cuts[^2];
        var normal = whole is { Attested: > 1 } ? whole.Normal : word[..tailStart] + split.Parts[^1].Normal;
        foreach (var part in split.Parts) Add(part.Normal);
        for (var first = 0; first < split.Parts.Length; first++)
        {
            for (var last = first + 1; last < split.Parts.Length; last++)
            {
                if (last - first + 1 < split.Parts.Length) AddJoined(split, first, last);
            }
        }

        return normal;
    }

    // Of föräldrastödsarbete also föräldrastöd, though it was cut further.
    private void AddJoined(Split split, int first, int last)
    {
        var start = split.Cuts[first];
        var letters = word.AsSpan(start, split.Cuts[last + 1] - start);
        var found = last < split.Parts.Length - 1 ? compounds.Head(letters) : inflections.Find(letters);
        if (found is { Attested: > 1 }) Add(found.Normal);
    }

    // A part can be a compound itself: of socialsekreterarresurs also sekreterare.
    private void Add(string part)
    {
        if (part.Length >= word.Length)
        {
            _parts.Add(part);
            return;
        }

        var forms = analyzer.Analyze(part);
        _parts.Add(forms.Normal);
        _parts.AddRange(forms.Parts);
    }

    private string? UnknownHead()
    {
        for (var cut = ShortestUnknownHead; cut <= word.Length - ShortestTail; cut++)
        {
            if (!Letters.HasVowel(word.AsSpan(0, cut)) || Particles.Contains(word.AsSpan(0, cut)) || !inflections.Knows(word.AsSpan(cut)) || Compounds.IsNoTail(word.AsSpan(cut))) continue;
            if (inflections.Find(word.AsSpan(cut)) is not { Mass: >= CommonMass, Attested: > 1, Class: WordClass.Noun, Normal.Length: >= ShortestTailWord } tail) continue;
            Add(tail.Normal);
            return word[..cut] + tail.Normal;
        }

        return null;
    }

    private int Hyphen() => word.LastIndexOf('-') is var at && at < word.Length - 1 ? at : -1;

    private string Hyphened(int at)
    {
        var head = analyzer.Analyze(word[..at]);
        var tail = analyzer.Analyze(word[(at + 1)..]);
        foreach (var part in (string[])[head.Normal, .. head.Parts, tail.Normal, .. tail.Parts]) Add(part);
        return word[..(at + 1)] + tail.Normal;
    }

    // An abbreviation takes its ending after a colon: SFI:s, kommunens VD:ar.
    private string? Abbreviation() => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && Letters.AreAll(word.AsSpan(0, at)) ? word[..at] : null;
}
