using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>dbt's parse phase: renders a text with `execute` false and notes what it refers to and how it configures itself.</summary>
/// <remarks>
/// Every method may be called from several threads at once. A failed render still gives what was noted up to the mistake, beside its
/// diagnostics: <see cref="Checked{T}.Value"/> is never null.
/// </remarks>
public static class DeclarationRenderer
{
    private const string ExpressionStart = "{{ ";
    private const string ExpressionEnd = " }}";

    /// <summary>Declares a model, singular test, analysis or snapshot. A file whose template did not parse declares nothing.</summary>
    public static Checked<ModelDeclaration> Declare(ResourceFile file, DeclarationScope scope)
    {
        if (file.Code is not { } code)
        {
            return Check.Ok(new ModelDeclaration());
        }

        DeclaredText text = new()
        {
            PackageName = file.PackageName,
            Name = file.Name,
            ResourceType = file.ResourceType,
            Path = file.Path,
            OriginalFilePath = file.OriginalFilePath,
            Place = new Location(file.Text, default),
        };
        return Render(code, text, scope);
    }

    /// <summary>True for the use of an embedded test that says nothing beyond its target: there is nothing to render, as only its `model` is a template.</summary>
    public static bool IsConstant(GenericTest test, DeclarationScope scope) =>
        IsBuiltIn(test) && !scope.HasOwnWhereSubquery && GenericTestArguments.AreConstant(test.Arguments);

    /// <summary>Declares the use of a generic test: renders its keyword arguments as dbt does, and calls its macro.</summary>
    /// <param name="test">Arguments unrendered.</param>
    /// <param name="packageName">The package whose properties file holds the test.</param>
    /// <param name="location">Where the test stands in its properties file; references without a better place get it.</param>
    public static Checked<ModelDeclaration> DeclareTest(GenericTest test, string packageName, Location location, DeclarationScope scope)
    {
        DeclaredText text = new() { PackageName = packageName, Name = test.Name, ResourceType = ResourceType.Test, Place = location };
        string use = $"{test.MacroId} {test.Arguments.Repr()}";
        NotedDeclaration? kept = scope.Kept.FindUse(text, use);
        NotedDeclaration noted = kept ?? RenderUse(test, use, text, scope);
        scope.Reads.Add(noted, kept is not null);
        return noted.Declared;
    }

    /// <summary>Declares a text that is no file of its own: a hook of a model or of the project.</summary>
    public static Checked<ModelDeclaration> DeclareText(SourceText text, string packageName, DeclarationScope scope)
    {
        Checked<Template> parsed = TemplateParser.Parse(text, TemplateDialect.Dbt);
        return parsed.Succeeded(out Template? template)
            ? Render(new NodeCode(template), Operation(text, packageName), scope)
            : Check.Ok(new ModelDeclaration(), parsed.Diagnostics);
    }

    /// <summary>Declares an expression written without braces, such as a unit test's `ref('a')`, an exposure's `depends_on`, or `relationships.to`.</summary>
    public static Checked<ModelDeclaration> DeclareExpression(SourceText expression, string packageName, DeclarationScope scope)
    {
        Location whole = new(expression, new TextSpan(0, expression.Content.Length));
        SourceText wrapped = new(expression.Path, $"{ExpressionStart}{expression.Content}{ExpressionEnd}");
        Location Unwrap(Location place) => ReferenceEquals(place.Text, wrapped)
            ? new Location(expression, new TextSpan(Math.Clamp(place.Span.Start - ExpressionStart.Length, 0, whole.Span.Length), Math.Min(place.Span.Length, whole.Span.Length)))
            : place;

        Checked<ModelDeclaration> declared = DeclareText(wrapped, packageName, scope);
        ModelDeclaration found = declared.Value ?? new ModelDeclaration();
        ModelDeclaration moved = new()
        {
            Refs = [.. found.Refs.Select(r => r with { Location = Unwrap(r.Location) })],
            Sources = [.. found.Sources.Select(s => s with { Location = Unwrap(s.Location) })],
            Metrics = [.. found.Metrics.Select(m => m with { Location = Unwrap(m.Location) })],
            Macros = found.Macros,
        };
        return Check.Ok(moved, declared.Diagnostics.Select(d => d.At(d.Location is { } place ? Unwrap(place) : whole)));
    }

    /// <summary>Renders a string of a properties file natively, with the context that dbt gives schema YAML (`var`, `env_var`, `target`, no macros).</summary>
    public static Checked<Value> RenderProperty(SourceText text, string packageName, DeclarationScope scope)
    {
        Checked<Template> parsed = TemplateParser.Parse(text, TemplateDialect.Dbt);
        PropertiesScope properties = new(scope.Invocation, packageName, new Location(text, new TextSpan(0, text.Content.Length)));
        if (!parsed.Succeeded(out Template? template))
        {
            return Check.Failed<Value>(parsed.Diagnostics);
        }

        properties.Reads.NoteText(text.Content);
        Checked<Value> rendered = properties.Session.RenderNative(template);
        scope.Reads.Add(properties.Reads);
        return rendered;
    }

    /// <summary>The dry render of a text by itself.</summary>
    internal static NotedDeclaration RenderAnew(Template template, DeclaredText text, DeclarationScope scope)
    {
        ParseScope parse = new(scope.Invocation, text);
        parse.Reads.NoteText(template.Source.Content);
        ImmutableArray<Diagnostic> diagnostics = parse.Session.Run(template);
        Checked<ModelDeclaration> declared = Check.Ok(
            Moved(parse, text.Place, [.. parse.CalledMacros], WrittenConfigOf(template, parse)),
            DiagnosticPlaces.Move(diagnostics, text.Place));
        return new NotedDeclaration(text, template.Source, parse.Reads, declared);
    }

    /// <summary>The dry render of a text, or what an earlier one gave where it would give the same.</summary>
    private static Checked<ModelDeclaration> Render(NodeCode code, DeclaredText text, DeclarationScope scope)
    {
        NotedDeclaration? kept = scope.Kept.Find(text, code.Source);
        if (kept is null && code.Template.IsPlain)
        {
            return Check.Ok(new ModelDeclaration());
        }

        NotedDeclaration noted = kept ?? RenderAnew(code.Template, text, scope);
        scope.Reads.Add(noted, kept is not null);
        return noted.Declared;
    }

    private static NotedDeclaration RenderUse(GenericTest test, string use, DeclaredText text, DeclarationScope scope)
    {
        ParseScope parse = new(scope.Invocation, text);
        List<Diagnostic> diagnostics = [];
        if (GenericTestArguments.FindMacro(test, parse, diagnostics) is { } macro && GenericTestArguments.Render(test.Arguments, parse, diagnostics) is { } arguments
            && !IsBuiltIn(test))
        {
            diagnostics.AddRange(parse.Session.Call(macro, arguments).Diagnostics);
        }

        foreach (string name in MacroDependencies.NamesOfTest(test))
        {
            parse.Reads.NoteMacro(name);
        }

        Checked<ModelDeclaration> declared = Check.Ok(
            Moved(parse, text.Place, MacroDependencies.OfTest(test, text.PackageName, scope), null),
            DiagnosticPlaces.Move(diagnostics, text.Place));
        return new NotedDeclaration(text, text.Place.Text, parse.Reads, declared) { Use = use };
    }

    private static DictValue? WrittenConfigOf(Template template, ParseScope parse)
    {
        TemplateCall? call = parse.Recorder.Configs.Count == 0 ? null : TemplateCalls.Find(template).FirstOrDefault(c => c.Name == "config");
        return call is not { Named.IsEmpty: false } written
            ? null
            : new DictValue(CallText.Keywords(template.Source.Content.Substring(written.Span.Start, written.Span.Length)).Select(k => KeyValuePair.Create(k.Key, Value.Of(k.Value))));
    }

    /// <summary>The embedded tests refer to nothing but their arguments.</summary>
    private static bool IsBuiltIn(GenericTest test) => test.MacroId.StartsWith($"macro.{MacroRegistry.InternalPackage}.", StringComparison.Ordinal);

    private static DeclaredText Operation(SourceText text, string packageName) =>
        new() { PackageName = packageName, Name = "hook", ResourceType = ResourceType.Operation, Place = new Location(text, new TextSpan(0, text.Content.Length)) };

    private static ModelDeclaration Moved(ParseScope parse, Location known, ImmutableArray<string> macros, DictValue? writtenConfig) => new()
    {
        Refs = [.. parse.Recorder.Refs.Select(r => r with { Location = DiagnosticPlaces.Move(r.Location, known) })],
        Sources = [.. parse.Recorder.Sources.Select(s => s with { Location = DiagnosticPlaces.Move(s.Location, known) })],
        Metrics = [.. parse.Recorder.Metrics.Select(m => m with { Location = DiagnosticPlaces.Move(m.Location, known) })],
        Functions = [.. parse.Recorder.Functions.Select(f => f with { Location = DiagnosticPlaces.Move(f.Location, known) })],
        Configs = [.. parse.Recorder.Configs.Select(c => c with { Location = DiagnosticPlaces.Move(c.Location, known) })],
        WrittenConfig = writtenConfig,
        Macros = macros,
        UndefinedCalls = [.. DiagnosticPlaces.Move(parse.Session.UndefinedCalls, known)],
    };
}
