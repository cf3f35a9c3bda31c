using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`var(name[, default])`: the command line's variables over the root project's over the package's own.</summary>
/// <remarks>A value that is a str is rendered again with the node's context; dbt: spec/jinja.md, 7.3.</remarks>
internal sealed class VarFunction(NodeScope scope) : Value
{
    private static readonly Signature Parameters = Signature.Parse("var(name, default=...)");

    public override string TypeName => "Var";

    public override bool IsCallable => true;

    public override string Repr() => "<Var>";

    public override Value? GetAttribute(string name) => name switch
    {
        "has_var" => FunctionValue.Of("has_var(name)", a => Of(Find(a.Text(0)) is not null)),
        _ => null,
    };

    public override Value Call(Arguments arguments)
    {
        BoundArguments given = Parameters.Bind(arguments);
        string name = given[0].ToText();
        return Find(name) is { } value ? Render(value)
            : given.Find(1) is { } otherwise ? otherwise
            : scope.Execute ? throw new TemplateException(Missing(name))
            : None;
    }

    private Value? Find(string name)
    {
        ProjectContext project = scope.Invocation.Project;
        return scope.TryGetOverride("vars", name, out Value? value) || project.Settings.Vars.TryGetValue(name, out value)
            || (PackageVars(project.Vars) is { } scoped && scoped.TryGet(name, out value))
            || project.Vars.TryGet(name, out value)
            || (project.PackageVars.TryGetValue(scope.PackageName, out DictValue? own) && OwnVar(own, name) is { } found && (value = found) is not null)
            ? value
            : null;
    }

    private DictValue? PackageVars(DictValue vars) => vars.TryGet(scope.PackageName, out Value? scoped) ? scoped as DictValue : null;

    private Value? OwnVar(DictValue own, string name) =>
        (PackageVars(own) is { } scoped && scoped.TryGet(name, out Value? value)) || own.TryGet(name, out value) ? value : null;

    private Value Render(Value value) => value is StringValue text && text.Text.Contains('{', StringComparison.Ordinal) ? Of(scope.RenderNested(text.Text)) : value;

    private Diagnostic Missing(string name)
    {
        ProjectContext project = scope.Invocation.Project;
        IEnumerable<string> known = project.Settings.Vars.Keys.Concat(project.Vars.Entries.Select(e => e.Key.ToText()));
        return Diagnostic.Error(CompilationCodes.MissingVar, $"variable `{name}` is not defined and has no default")
            .WithHint(Spelling.DidYouMean(name, known))
            .WithHint($"define it under `vars:` in the project file, or give it with `--vars '{{{name}: …}}'`");
    }
}
