namespace Deck.Models.Engine.Loading.Resources;

/// <summary>What a file of a package is there for.</summary>
internal enum PackageItem
{
    Model,
    SingularTest,
    Analysis,
    Seed,
    SnapshotBlocks,
    MacroBlocks,
    GenericTestBlocks,
    DocsBlocks,
    Properties,
    Fixture,
    PythonModel,
    Function,
}
