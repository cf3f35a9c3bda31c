using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The scope of a macro that the resolver calls for itself, such as `generate_schema_name`: no node, no queries.</summary>
internal sealed class MacroScope(InvocationContext invocation, string packageName) : NodeScope(invocation, packageName, RenderOptions.Default)
{
    public override bool Execute => false;

    public override Location Place { get; } = Location.OfFile("macros");

    public override Value This => Value.None;

    public override DictValue Model { get; } = new();

    public override MemberTable Members => ParseMembers.Macro;

    public override void Log(string level, string text, bool toUser)
    {
    }
}
