using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`config` in the parse phase: notes the arguments; everything read from it is the empty text.</summary>
internal sealed class ConfigRecorder(NodeScope scope, DeclarationRecorder recorder) : Value
{
    private static readonly MethodTable<ConfigRecorder> Methods = new(
        ("set(name, value)", (self, a) => self.Note(new DictValue([new(a[0].ToText(), a[1])]))),
        ("get(name, default=None, validator=None, **extra)", (_, _) => Of("")),
        ("meta_get(name, default=None, validator=None, **extra)", (_, _) => Of("")),
        ("require(name, validator=None)", (_, _) => Of("")),
        ("meta_require(name, validator=None)", (_, _) => Of("")),
        ("persist_relation_docs()", (_, _) => Of(false)),
        ("persist_column_docs()", (_, _) => Of(false)));

    public override string TypeName => "ParseConfigObject";

    public override bool IsCallable => true;

    public override string Repr() => "<ParseConfigObject>";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value Call(Arguments arguments)
    {
        if (arguments.Positional.Length > 1 || (arguments.Positional.Length == 1 && arguments.Named.Length > 0))
        {
            throw Wrong("`config` takes keyword arguments, or one dict");
        }

        if (arguments.Positional.Length == 0)
        {
            return Note(new DictValue(arguments.Named.ToArray()));
        }

        return arguments.Positional[0] is DictValue dict ? Note(dict) : throw Wrong($"`config` takes a dict, not {arguments.Positional[0].TypeName}");
    }

    private StringValue Note(DictValue given)
    {
        DictValue values = new();
        foreach ((Value key, Value value) in given.Entries)
        {
            values.Set(ConfigKeys.Canonical(key.ToText()), value);
        }

        recorder.Configs.Add(new ConfigCall(values, scope.Session.CallSite?.Call ?? scope.Place));
        return new StringValue("");
    }

    private static TemplateException Wrong(string message) => new(Diagnostic.Error(CompilationCodes.WrongCall, message));
}
