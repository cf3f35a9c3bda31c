using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Diagnostics of reading YAML.</summary>
public static class YamlCodes
{
    public static readonly DiagnosticCode Syntax = new(301, "broken YAML");

    public static readonly DiagnosticCode DuplicateKey = new(302, "duplicate YAML key") { WarningName = "DuplicateYAMLKeysDeprecation" };

    public static readonly DiagnosticCode BadAlias = new(303, "unknown or endless YAML alias");

    public static readonly DiagnosticCode BadKey = new(304, "YAML key that is not a text");

    public static readonly DiagnosticCode BadTag = new(305, "unknown YAML tag");

    public static readonly DiagnosticCode SeveralDocuments = new(306, "several YAML documents in one file");

    public static readonly DiagnosticCode TooLarge = new(307, "YAML too deep or too large");

    public static readonly DiagnosticCode BadDate = new(308, "impossible YAML date");
}
