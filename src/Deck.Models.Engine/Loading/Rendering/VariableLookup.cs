using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>Finds a variable by its name.</summary>
public delegate bool VariableLookup(string name, [NotNullWhen(true)] out Value? value);
