using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Compares what properties files say of macros with the macros: dbt's MacroNotFoundForPatch and, unless the flag `validate_macro_args` is off, InvalidMacroAnnotation.</summary>
internal static class MacroAnnotationCheck
{
    private const string ValidateArguments = "validate_macro_args";

    public static IEnumerable<Diagnostic> Find(ResolutionSession session)
    {
        bool validates = session.Project.IsFlagOn(ValidateArguments, otherwise: true);
        foreach (PropertiesEntry entry in session.Sources.Packages.SelectMany(p => p.Properties).Where(e => e.Kind == PropertiesKind.Macro))
        {
            IEnumerable<Diagnostic> found = !session.Macros.TryFind(entry.PackageName, entry.Name, out Macro? macro) ? [Missing(entry, session.Macros)]
                : validates && macro.Template.Succeeded(out Template? template) ? Compare(entry, macro.IsInTestFolder ? [] : [.. template.MacroParameters.Select(p => p.Name)], session)
                : [];
            foreach (Diagnostic diagnostic in found)
            {
                yield return diagnostic;
            }
        }
    }

    private static Diagnostic Missing(PropertiesEntry entry, MacroRegistry macros) => Diagnostic
        .Warning(ResolutionCodes.NothingToDescribe with { WarningName = "MacroNotFoundForPatch" }, $"macro `{entry.Name}` is described here but does not exist", entry.Location)
        .WithHint(Spelling.DidYouMean(entry.Name, macros.All.Where(m => m.PackageName == entry.PackageName).Select(m => m.Name)));

    /// <summary>As in dbt, each argument is compared with the parameter of its place.</summary>
    private static IEnumerable<Diagnostic> Compare(PropertiesEntry entry, string[] parameters, ResolutionSession session)
    {
        YamlMapping[] arguments = [.. ResourcePropertiesReader.Mappings(entry.Yaml, "arguments", session)];
        if (arguments.Length == 0)
        {
            yield break;
        }

        foreach ((YamlMapping argument, string parameter) in arguments.Zip(parameters).Where(p => PropertyValues.Text(p.First, "name") != p.Second))
        {
            yield return Invalid($"the argument `{PropertyValues.Text(argument, "name")}` of the macro `{entry.Name}` is called `{parameter}` there", argument.Location);
        }

        if (arguments.Length != parameters.Length)
        {
            yield return Invalid($"the macro `{entry.Name}` has {parameters.Length} arguments, and {arguments.Length} are described", entry.Location);
        }

        foreach (YamlMapping argument in arguments.Where(a => PropertyValues.Text(a, "type") is { } type && !MacroArgumentType.IsOne(type)))
        {
            yield return Invalid($"`{PropertyValues.Text(argument, "type")}` is no type of a macro's argument", argument.Location).WithHint($"there are {string.Join(", ", MacroArgumentType.Names)}, such as `list[string]`");
        }
    }

    private static Diagnostic Invalid(string message, Location place) => Diagnostic.Warning(ResolutionCodes.WrongAnnotation, message, place);
}
