namespace Deck.SampleData.Use;

/// <summary>The words of which names, prompts and titles are made. Nobody here exists.</summary>
internal static class Vocabulary
{
    public static readonly IReadOnlyList<string> FirstNames =
    [
        "Ada", "Amara", "Anton", "Aisha", "Ben", "Bianca", "Carlos", "Chloe", "Daniel", "Divya",
        "Elena", "Emre", "Farah", "Felix", "Grace", "Gustav", "Hana", "Hugo", "Ines", "Ivan",
        "Jada", "Jonas", "Kenji", "Kira", "Layla", "Leon", "Maya", "Milan", "Nadia", "Noah",
        "Olga", "Omar", "Priya", "Rafael", "Rosa", "Sami", "Selma", "Theo", "Uma", "Viktor",
    ];

    /// <summary>Family names, each with its spelling in user names and addresses.</summary>
    public static readonly IReadOnlyList<(string Name, string Plain)> LastNames =
    [
        ("Abara", "abara"), ("Bauer", "bauer"), ("Castro", "castro"), ("Dubois", "dubois"), ("Eriksen", "eriksen"),
        ("Fischer", "fischer"), ("García", "garcia"), ("Haddad", "haddad"), ("Ivanova", "ivanova"), ("Jensen", "jensen"),
        ("Kaya", "kaya"), ("Lindström", "lindstrom"), ("Moreau", "moreau"), ("Müller", "mueller"), ("Nakamura", "nakamura"),
        ("Novák", "novak"), ("O'Connor", "oconnor"), ("Okafor", "okafor"), ("Patel", "patel"), ("Petrov", "petrov"),
        ("Quinn", "quinn"), ("Rossi", "rossi"), ("Santos", "santos"), ("Schmidt", "schmidt"), ("Silva", "silva"),
        ("Sørensen", "sorensen"), ("Tanaka", "tanaka"), ("Torres", "torres"), ("Usman", "usman"), ("Varga", "varga"),
        ("Weber", "weber"), ("Yılmaz", "yilmaz"),
    ];

    public static readonly IReadOnlyList<string> MailHosts = ["example.com", "example.org", "example.net"];

    public static readonly IReadOnlyList<string> Moods =
    [
        "cozy", "quiet", "lively", "cheap", "romantic", "hidden", "dog friendly", "kid friendly", "outdoor", "late night",
        "vegetarian", "rooftop",
    ];

    public static readonly IReadOnlyList<string> Places =
    [
        "coffee shop", "ramen place", "cocktail bar", "museum", "bookstore", "brunch spot", "climbing gym", "park",
        "jazz club", "bakery", "taco stand", "wine bar", "board game cafe", "farmers market", "gallery",
    ];

    public static readonly IReadOnlyList<string> Areas =
        ["downtown", "near the river", "around the old town", "by the station", "in the north end", "close to campus"];

    public static readonly IReadOnlyList<string> Occasions =
        ["a first date", "six friends", "a rainy sunday", "my parents", "a birthday", "after work", "a long weekend"];

    /// <summary>The deck that everybody gets.</summary>
    public const string DefaultDeckName = "Favourites";

    /// <summary>Decks of one's own.</summary>
    public static readonly IReadOnlyList<string> DeckNames =
    [
        "Weekend ideas", "Date night", "Birthday shortlist", "Coffee crawl", "Lisbon, maybe", "When mum visits", "Team lunch",
        "Rainy days", "Summer rooftops", "Best ramen", "Girls' night", "Try next",
    ];

    public static readonly IReadOnlyList<string> SessionTitles =
    [
        "Friday dinner", "Saturday plans", "Where to for Ada's birthday?", "Team outing", "Brunch, all of us",
        "Concert warm-up", "Long weekend", "Who is in?",
    ];

    /// <summary>The releases of the app, each with its first day.</summary>
    public static readonly IReadOnlyList<(DateOnly Since, string Version)> AppVersions =
    [
        (new(2026, 3, 9), "2.7.0"), (new(2026, 2, 9), "2.6.1"), (new(2026, 1, 19), "2.6.0"),
        (new(2026, 1, 5), "2.5.2"), (DateOnly.MinValue, "2.5.0"),
    ];
}
