using Deck.Models.Engine.Compilation.Context.Members;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The scope of a string of schema YAML: variables, the environment and the target, no macros and no nodes.</summary>
internal sealed class PropertiesScope(InvocationContext invocation, string packageName, Location place) : NodeScope(invocation, packageName, RenderOptions.Default)
{
    public override bool Execute => false;

    public override Location Place => place;

    public override Value This => Value.None;

    public override DictValue Model => new();

    public override MemberTable Members => ParseMembers.Properties;

    protected override bool HasMacros => false;

    public override void Log(string level, string text, bool toUser)
    {
    }
}
