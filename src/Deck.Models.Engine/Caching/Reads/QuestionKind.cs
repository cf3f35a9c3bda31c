namespace Deck.Models.Engine.Caching.Reads;

/// <summary>What a dry render can ask that its own text does not say.</summary>
internal enum QuestionKind
{
    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>A variable, as the text's package sees it.</summary>
    Variable,

    /// <summary>The invocation's flags.</summary>
    Flags,

    /// <summary>The project's configuration.</summary>
    Project,

    /// <summary>A macro as a call without a package finds it.</summary>
    Macro,

    /// <summary>A macro of a package.</summary>
    QualifiedMacro,
}
