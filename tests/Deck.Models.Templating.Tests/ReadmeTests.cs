using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using NUnit.Framework;

namespace Deck.Models.Templating.Tests;

/// <summary>The library's own documentation stays true and whole.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [Test]
    public void The_examples_are_the_code_that_is_run_here()
    {
        string code = string.Join('\n', Lines(File.ReadAllText(Beside("ReadmeExample.cs"))));
        string[] parts = File.ReadAllText(Beside("../../src/Deck.Models.Templating/README.md")).Split("```");
        string[] examples = [.. parts.Where(p => p.StartsWith("csharp\n", StringComparison.Ordinal))];
        Assert.That(examples, Has.Length.EqualTo(2));
        foreach (string example in examples)
        {
            Assert.That(code, Does.Contain(string.Join('\n', Lines(example["csharp\n".Length..]))));
        }
    }

    [Test]
    public void The_example_renders() => Assert.That(
        ReadmeExample.Run(),
        Is.EqualTo("select * from analytics.stg_orders where day > '2024-01-01'\n-- the name comes from orders.sql:1:18"));

    [Test]
    public void A_value_of_the_example_has_methods_properties_and_suggestions()
    {
        TestScope scope = new TestScope().With("t", new ReadmeExample.TableValue("a", "b"));
        Assert.That(Templates.Render("{{ t.with_schema('c') }} {{ t.name }}", scope), Is.EqualTo("c.b b"));
        Assert.That(Templates.RenderError("{{ t.nam.x }}", scope).Hints, Is.EqualTo(new[] { "did you mean `name`?" }));
    }

    [Test]
    public void Every_public_member_is_documented()
    {
        Assembly library = typeof(Template).Assembly;
        HashSet<string> documented = [.. XDocument.Load(Path.ChangeExtension(library.Location, ".xml")).Descendants("member").Select(m => m.Attribute("name")!.Value.Split('(')[0])];
        IEnumerable<string> missing =
            from type in library.GetExportedTypes()
            from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where IsWritten(member) && !documented.Contains(NameOf(type, member))
            select NameOf(type, member);
        Assert.That(missing, Is.Empty);
    }

    /// <summary>Members of our own text: neither overrides, which inherit their comment, nor what the compiler adds to records and properties.</summary>
    private static bool IsWritten(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && method.GetBaseDefinition() == method && !IsGenerated(method),
        PropertyInfo { GetMethod: { } read } => read.GetBaseDefinition() == read && !IsGenerated(read.DeclaringType!, member),
        FieldInfo field => !field.IsSpecialName,
        _ => false,
    };

    private static bool IsGenerated(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name == "Deconstruct";

    /// <summary>Properties of positional records are described as parameters of the record.</summary>
    private static bool IsGenerated(Type type, MemberInfo property) =>
        type.GetConstructors().Any(c => c.GetParameters().Any(p => p.Name == property.Name));

    private static string NameOf(Type type, MemberInfo member)
    {
        string kind = member switch { MethodInfo => "M", PropertyInfo => "P", _ => "F" };
        string generic = member is MethodInfo { IsGenericMethod: true } method ? $"``{method.GetGenericArguments().Length}" : "";
        return $"{kind}:{type.FullName}.{member.Name}{generic}";
    }

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    private static string Beside(string path, [CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, path);
}
