using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>`try_or_compiler_error(message, function, *args, **kwargs)`: a failing call ends in the given message.</summary>
internal static class TryFunction
{
    public static Value Call(Arguments arguments)
    {
        if (arguments.Positional.Length < 2)
        {
            throw TemplateException.TypeError("try_or_compiler_error() takes a message and a function");
        }

        try
        {
            return arguments.Positional[1].Call(new Arguments(arguments.Positional[2..].ToArray(), arguments.Named.ToArray()));
        }
        catch (TemplateException)
        {
            throw new TemplateException(Diagnostic.Error(CompilationCodes.RaisedByTemplate, arguments.Positional[0].ToText()));
        }
    }
}
