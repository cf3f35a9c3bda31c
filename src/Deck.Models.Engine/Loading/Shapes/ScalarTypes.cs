namespace Deck.Models.Engine.Loading.Shapes;

/// <summary>Types of YAML scalars.</summary>
[Flags]
internal enum ScalarTypes
{
    None = 0,
    Text = 1,
    Boolean = 2,
    Integer = 4,
    Float = 8,
}
