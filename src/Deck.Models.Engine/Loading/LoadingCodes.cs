using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>Diagnostics of reading a project's files.</summary>
public static class LoadingCodes
{
    public static readonly DiagnosticCode BadEncoding = new(310, "file is not UTF-8 text");

    public static readonly DiagnosticCode UnknownKey = new(311, "unknown YAML key") { WarningName = "CustomKeyInObjectDeprecation" };

    public static readonly DiagnosticCode WrongShape = new(312, "YAML value of the wrong type");

    public static readonly DiagnosticCode MissingKey = new(313, "required YAML key is missing");

    public static readonly DiagnosticCode NoProjectFile = new(314, "no project file");

    public static readonly DiagnosticCode TwoProjectFiles = new(315, "two project files in one folder");

    public static readonly DiagnosticCode BadProjectName = new(316, "project name is not an identifier");

    public static readonly DiagnosticCode BadPath = new(317, "path leaves the project's folder");

    public static readonly DiagnosticCode DeprecatedKey = new(318, "deprecated YAML key");

    public static readonly DiagnosticCode DuplicatePackage = new(319, "two packages with one name");

    public static readonly DiagnosticCode Unsupported = new(320, "resource that PostgreSQL cannot run");

    public static readonly DiagnosticCode VersionMismatch = new(321, "project asks for another version of dbt");

    public static readonly DiagnosticCode DuplicateDocs = new(322, "two docs blocks with one name");

    public static readonly DiagnosticCode UnreadableFile = new(323, "file cannot be read");

    public static readonly DiagnosticCode NoBlock = new(324, "file without the block that its folder is for");

    public static readonly DiagnosticCode MissingPackages = new(325, "packages are not installed");

    public static readonly DiagnosticCode TwoVars = new(327, "variables in two files");

    public static readonly DiagnosticCode BadWarningOptions = new(326, "options of warnings that cannot be read");
}
