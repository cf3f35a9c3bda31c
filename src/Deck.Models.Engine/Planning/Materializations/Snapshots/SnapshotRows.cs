namespace Deck.Models.Engine.Planning.Materializations.Snapshots;

/// <summary>Collected changes on their way into a snapshot's table.</summary>
/// <param name="Source">The quoted temporary table.</param>
/// <param name="Columns">Its columns, and those that the table has before it is widened.</param>
internal sealed record SnapshotRows(string Source, ColumnComparison Columns)
{
    /// <summary>The columns to write, quoted.</summary>
    public string List => string.Join(", ", Kept.Select(c => c.Quoted));

    /// <summary>The columns to write that the table has already.</summary>
    public IEnumerable<string> Known => Kept.Where(c => !Columns.Added.Contains(c)).Select(c => c.Name);

    private IEnumerable<TypedColumn> Kept => Columns.Source.Where(c => !SnapshotQueries.IsOwn(c.Name));

    /// <summary>Makes room for longer texts and for columns that the query has gained.</summary>
    public IEnumerable<string> Widen(string target) =>
    [
        .. Columns.Lengthen(target),
        .. Columns.Added.Where(Kept.Contains).Select(c => $"alter table {target} add column {c.Quoted} {c.Type}"),
    ];
}
