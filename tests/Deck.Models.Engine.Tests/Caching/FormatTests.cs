using System.Reflection;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>Says for every type that is kept what its notation holds: a property that is new has to be written, read and named here, or to make the cache refuse.</summary>
[TestFixture]
internal sealed class FormatTests
{
    private const string OfNode =
        "Alias Checksum Code Columns Config DependsOn DependsOnMacros Description Fqn Id Location Meta Name Origin OriginalFilePath PackageName PatchPath Path Relation Tags";

    [TestCase(typeof(Node), OfNode)]
    [TestCase(typeof(NodeHead), OfNode)]
    [TestCase(typeof(ModelNode), "Access Constraints DeprecationDate Group LatestVersion PrimaryKey TimeSpine Version")]
    [TestCase(typeof(SeedNode), "")]
    [TestCase(typeof(SnapshotNode), "")]
    [TestCase(typeof(AnalysisNode), "")]
    [TestCase(typeof(DataTestNode), "Generic Group")]
    [TestCase(typeof(GenericTest), "Arguments AttachedTo ColumnName FileKey MacroId Name Namespace")]
    [TestCase(typeof(SourceNode), "External Freshness HasOwnFreshness Identifier LoadedAtField LoadedAtQuery Loader Quoting RelationText SourceDescription SourceMeta SourceName UnrenderedDatabase UnrenderedSchema")]
    [TestCase(typeof(ExposureNode), "Properties")]
    [TestCase(typeof(OperationNode), "AtStart Index")]
    [TestCase(typeof(UnitTestNode), "Expect Given Model Overrides Version")]
    [TestCase(typeof(FunctionNode), "Overloads Signature")]
    [TestCase(typeof(FunctionSignature), "Arguments Returns ReturnsDescription")]
    [TestCase(typeof(FunctionArgument), "DataType Default Description Name")]
    [TestCase(typeof(FunctionOverload), "Code DefinedIn Description HasOwnReturns Signature")]
    [TestCase(typeof(SemanticModelNode), "Definition")]
    [TestCase(typeof(SemanticModelDefinition), "DefaultTimeDimension Description Dimensions Entities HasDefaults Label Measures Model PrimaryEntity")]
    [TestCase(typeof(SemanticEntity), "Description Expression Label Location Meta Name Role Type")]
    [TestCase(typeof(SemanticDimension), "Description Expression Granularity IsPartition Label Location Meta Name Type Validity")]
    [TestCase(typeof(DimensionValidity), "IsEnd IsStart")]
    [TestCase(typeof(SemanticMeasure), "Aggregation Description Expression Label Location Meta Name")]
    [TestCase(typeof(Aggregation), "Function NonAdditive Percentile TimeDimension")]
    [TestCase(typeof(PercentileParameters), "IsApproximate IsDiscrete Percentile")]
    [TestCase(typeof(NonAdditiveDimension), "Location Name WindowChoice WindowGroupings")]
    [TestCase(typeof(MetricNode), "Definition InputMeasures")]
    [TestCase(typeof(MetricDefinition), "Filter Label Parameters TimeGranularity Type")]
    [TestCase(typeof(MetricParameters), "Aggregation Conversion Cumulative Denominator Expression GrainToDate IsPrivate JoinsToTimeSpine Measure Metrics Numerator SemanticModel Window")]
    [TestCase(typeof(MetricInput), "Alias Filter Location Name OffsetToGrain OffsetWindow")]
    [TestCase(typeof(MetricInputMeasure), "Alias FillNullsWith Filter JoinsToTimeSpine Location Name")]
    [TestCase(typeof(MetricTimeWindow), "Count Granularity")]
    [TestCase(typeof(ConversionParameters), "BaseMeasure BaseMetric Calculation ConstantProperties ConversionMeasure ConversionMetric Entity Window")]
    [TestCase(typeof(ConstantProperty), "BaseProperty ConversionProperty")]
    [TestCase(typeof(CumulativeParameters), "GrainToDate Metric PeriodAggregation Window")]
    [TestCase(typeof(WhereFilters), "Filters")]
    [TestCase(typeof(PlacedText), "Location Text")]
    [TestCase(typeof(SavedQueryNode), "Definition")]
    [TestCase(typeof(SavedQueryDefinition), "Description Exports GroupBy Label Limit Metrics OrderBy Where")]
    [TestCase(typeof(SavedQueryExport), "ExportAs Location Name Relation Written")]
    [TestCase(typeof(TimeSpine), "CustomGranularities Location StandardColumn")]
    [TestCase(typeof(CustomGranularity), "ColumnName Location Name")]
    [TestCase(typeof(ColumnSemantics), "Dimension Entity Granularity")]
    [TestCase(typeof(UnitTestInput), "Reference Rows Target")]
    [TestCase(typeof(UnitTestRows), "Fixture Format Location Rows Sql")]
    [TestCase(typeof(NodeOrigin), "DocBlocks Functions Metrics Place Refs Sources")]
    [TestCase(typeof(Column), "Constraints DataType Description DocBlocks Location Meta Name Quote Semantics Tags")]
    [TestCase(typeof(RefCall), "Location Name Package Version")]
    [TestCase(typeof(SourceCall), "Location Source Table")]
    [TestCase(typeof(MetricCall), "Location Name Package")]
    [TestCase(typeof(FunctionCall), "Location Name Package")]
    [TestCase(typeof(RelationName), "Database Identifier Schema Written")]
    [TestCase(typeof(WrittenName), "Database Identifier Quoting Schema")]
    [TestCase(typeof(RelationQuoting), "Database Identifier Schema")]
    [TestCase(typeof(Macro), "IsInTestFolder OriginalFilePath")]
    [TestCase(typeof(MacroDescription), "Arguments Description Docs Meta PatchPath")]
    [TestCase(typeof(DocBlock), "Contents Name OriginalFilePath PackageName Path")]
    [TestCase(typeof(Group), "Description Meta Name OriginalFilePath Owner PackageName Path")]
    [TestCase(typeof(ProjectDeclarations), "Docs Groups Macros Selectors")]
    [TestCase(typeof(Manifest), "Declarations IncompleteTests Outlines")]
    [TestCase(typeof(DiagnosticCode), "Number Title WarningName")]
    [TestCase(typeof(ModelDeclaration), "Configs Functions Macros Measures Metrics Refs Sources UndefinedCalls WrittenConfig")]
    [TestCase(typeof(ResourceFile), "Checksum Code Name OriginalFilePath PackageName Path ResourceType Text")]
    [TestCase(typeof(PropertiesEntry), "Kind Name OriginalFilePath PackageName Yaml")]
    [TestCase(typeof(FileContents), "Diagnostics Docs Files Fixture Macros Properties")]
    [TestCase(typeof(DocsBlock), "Contents Name")]
    [TestCase(typeof(YamlNode), "Location")]
    [TestCase(typeof(YamlScalar), "IsQuoted Loaded Text")]
    [TestCase(typeof(YamlSequence), "Items")]
    [TestCase(typeof(YamlMapping), "Entries")]
    [TestCase(typeof(YamlEntry), "Key KeyLocation KeyValue Value")]
    public void The_notation_knows_every_property(Type type, string properties)
    {
        IEnumerable<string> settable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.SetMethod is not null).Select(p => p.Name);

        Assert.That(string.Join(' ', settable.Order(StringComparer.Ordinal)), Is.EqualTo(properties));
    }
}
