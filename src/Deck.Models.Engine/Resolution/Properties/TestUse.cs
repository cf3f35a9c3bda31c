using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>A generic test as written below a model, source or column.</summary>
/// <param name="Yaml">A name, or a mapping with the test's arguments and configs.</param>
/// <param name="ColumnName">The column's name, quoted where it asks for that; null for a test of the whole relation.</param>
/// <param name="Tags">The column's tags, which its tests take over.</param>
internal sealed record TestUse(YamlNode Yaml, string? ColumnName, ImmutableArray<string> Tags);
