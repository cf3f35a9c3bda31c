using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Compilation.Context.Runtime;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The scope of one dry render.</summary>
internal sealed class ParseScope(InvocationContext invocation, DeclaredText text) : NodeScope(invocation, text.PackageName, Options)
{
    private static readonly RenderOptions Options = new() { ChainUndefined = true };

    private Value? self;
    private DictValue? model;

    public DeclarationRecorder Recorder { get; } = new();

    public override bool Execute => false;

    public override Location Place => text.Place;

    public override MemberTable Members => ParseMembers.Sql;

    /// <summary>The relation as far as it is known: the schema and alias of the config come later. Operations have none.</summary>
    public override Value This => self ??= text.ResourceType == ResourceType.Operation
        ? Value.None
        : new RelationValue { Database = DatabaseName, Schema = SchemaName, Identifier = text.Name };

    public override DictValue Model => model ??= new DictValue(
    [
        new("name", Value.Of(text.Name)),
        new("resource_type", Value.Of(ResourceTypes.NameOf(text.ResourceType))),
        new("package_name", Value.Of(text.PackageName)),
        new("unique_id", Value.Of($"{ResourceTypes.NameOf(text.ResourceType)}.{text.PackageName}.{text.Name}")),
        new("path", Value.Of(text.Path)),
        new("original_file_path", Value.Of(text.OriginalFilePath)),
        new("alias", Value.Of(text.Name)),
        new("schema", Value.Of(SchemaName)),
        new("database", Value.Of(DatabaseName)),
        new("config", new DictValue()),
        new("columns", new DictValue()),
        new("meta", new DictValue()),
        new("tags", Value.List()),
        new("description", Value.Of("")),
        new("language", Value.Of("sql")),
        new("raw_code", Value.Of(text.Place.Text.Content)),
    ]);

    public Value NoteRef(Arguments arguments)
    {
        Recorder.Refs.Add(ReferenceArguments.ReadRef(arguments, this));
        return This;
    }

    public Value NoteSource(Arguments arguments)
    {
        Recorder.Sources.Add(ReferenceArguments.ReadSource(arguments, this));
        return This;
    }

    public Value NoteMetric(Arguments arguments)
    {
        MetricCall call = ReferenceArguments.ReadMetric(arguments, this);
        Recorder.Metrics.Add(call);
        return new MetricReferenceValue(call.Name, call.Package);
    }

    public Value NoteFunction(Arguments arguments)
    {
        Recorder.Functions.Add(ReferenceArguments.ReadFunction(arguments, this));
        return This;
    }

    /// <summary>Nobody hears the dry render: the text says the same when it is compiled.</summary>
    public override void Log(string level, string text, bool toUser)
    {
    }
}
