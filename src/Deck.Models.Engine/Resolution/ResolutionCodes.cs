using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>The mistakes that resolving a project finds.</summary>
public static class ResolutionCodes
{
    public static readonly DiagnosticCode DuplicateName = new(201, "two resources with one name");

    public static readonly DiagnosticCode UnknownSource = new(202, "unknown source") { WarningName = "NodeNotFoundOrDisabled" };

    public static readonly DiagnosticCode UnknownModel = new(203, "unknown model") { WarningName = "NodeNotFoundOrDisabled" };

    public static readonly DiagnosticCode Cycle = new(204, "models depend on each other in a cycle");

    public static readonly DiagnosticCode DisabledTarget = new(205, "reference to something disabled") { WarningName = "NodeNotFoundOrDisabled" };

    public static readonly DiagnosticCode WrongConfigType = new(206, "a config has the wrong type");

    public static readonly DiagnosticCode WrongConfigValue = new(207, "a config has a value that does not exist");

    public static readonly DiagnosticCode SameRelation = new(208, "two models build one relation");

    public static readonly DiagnosticCode NameTooLong = new(209, "a name is longer than PostgreSQL allows");

    public static readonly DiagnosticCode NothingToDescribe = new(210, "properties of something that does not exist") { WarningName = "NoNodeForYamlKey" };

    public static readonly DiagnosticCode DescribedTwice = new(211, "properties given twice");

    public static readonly DiagnosticCode MalformedTest = new(212, "a data test is not written as one");

    public static readonly DiagnosticCode UnknownTest = new(213, "unknown generic test");

    public static readonly DiagnosticCode MalformedUnitTest = new(214, "a unit test is not written as one");

    public static readonly DiagnosticCode UnknownGroup = new(215, "unknown group");

    public static readonly DiagnosticCode AccessDenied = new(216, "reference to a model that may not be referred to");

    public static readonly DiagnosticCode AmbiguousReference = new(217, "a reference fits several packages");

    public static readonly DiagnosticCode UnknownDoc = new(218, "unknown docs block");

    public static readonly DiagnosticCode WrongProperty = new(219, "a property has the wrong type");

    public static readonly DiagnosticCode WrongVersion = new(220, "a model version that does not exist");

    public static readonly DiagnosticCode MissingConfig = new(221, "a required config is missing");

    public static readonly DiagnosticCode UnknownFunction = new(222, "unknown function");

    public static readonly DiagnosticCode MalformedOverload = new(223, "an overload that is not one");

    public static readonly DiagnosticCode UnusedConfig = new(224, "a config that applies to nothing") { WarningName = "UnusedResourceConfigPath" };

    public static readonly DiagnosticCode DeprecatedModel = new(225, "a model past its deprecation date") { WarningName = "DeprecatedModel" };

    public static readonly DiagnosticCode DeprecatedReference = new(226, "reference to a deprecated model") { WarningName = "DeprecatedReference" };

    public static readonly DiagnosticCode LooseArguments = new(227, "arguments of a test beside its configs") { WarningName = "MissingArgumentsPropertyInGenericTestDeprecation" };

    public static readonly DiagnosticCode WrongAnnotation = new(228, "arguments of a macro that are described wrongly") { WarningName = "InvalidMacroAnnotation" };

    public static readonly DiagnosticCode LooseConfigs = new(229, "configs of a test beside its arguments") { WarningName = "PropertyMovedToConfigDeprecation" };

    public static readonly DiagnosticCode MalformedMetric = new(230, "a metric is not written as one");

    public static readonly DiagnosticCode UnknownMetric = new(231, "unknown metric");

    public static readonly DiagnosticCode UnknownMeasure = new(232, "unknown measure");

    public static readonly DiagnosticCode MalformedSavedQuery = new(233, "a saved query is not written as one");

    public static readonly DiagnosticCode MalformedTimeSpine = new(234, "a time spine is not written as one");

    public static readonly DiagnosticCode UnfitTimeSpine = new(235, "time spines do not fit the semantic models");

    public static readonly DiagnosticCode UnfitSemanticModel = new(236, "a semantic model that cannot be queried");

    public static readonly DiagnosticCode UnfitMetric = new(237, "a metric that cannot be queried");

    public static readonly DiagnosticCode UnfitSavedQuery = new(238, "a saved query that cannot be run");

    public static readonly DiagnosticCode MalformedFilter = new(239, "a condition of the semantic layer that cannot be read");
}
