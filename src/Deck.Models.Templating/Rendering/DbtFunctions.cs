using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>Functions of dbt's context that belong to the language itself.</summary>
public static class DbtFunctions
{
    /// <summary>
    /// dbt's `return(value)`: ends the innermost macro call with any value, its output discarded. A host offers it under the name
    /// `return`. Called as a statement of its own it costs nothing; inside a larger expression it throws <see cref="MacroReturnException"/>.
    /// </summary>
    public static Value Return { get; } = new FunctionValue("return", End);

    private static Value End(Arguments arguments)
    {
        int given = arguments.Positional.Length + arguments.Named.Length;
        if (given == 0)
        {
            throw TemplateException.TypeError("_return() missing 1 required positional argument: 'data'");
        }

        if (given > 1)
        {
            throw TemplateException.TypeError($"_return() takes 1 positional argument but {given} were given");
        }

        if (arguments.Named.Length == 1 && arguments.Named[0].Key != "data")
        {
            throw TemplateException.TypeError($"_return() got an unexpected keyword argument '{arguments.Named[0].Key}'");
        }

        throw new MacroReturnException(arguments.Positional.Length == 1 ? arguments.Positional[0] : arguments.Named[0].Value);
    }
}
