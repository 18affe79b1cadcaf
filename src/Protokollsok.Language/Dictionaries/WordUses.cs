namespace Protokollsok.Language.Dictionaries;

/// <summary>What a form of a dictionary may be used for.</summary>
[Flags]
public enum WordUses : byte
{
    None = 0,

    /// <summary>Stands by itself, written small.</summary>
    Word = 1,

    /// <summary>Stands by itself, written with a capital.</summary>
    Name = 2,

    /// <summary>Begins compounds, linking letters included (<c>omsorgs</c>).</summary>
    Begins = 4,

    /// <summary>Stands inside compounds.</summary>
    Inside = 8,

    /// <summary>Ends compounds.</summary>
    Ends = 16,

    /// <summary>Is a word where it stands but is never to be suggested.</summary>
    Unsuggested = 32,
}
