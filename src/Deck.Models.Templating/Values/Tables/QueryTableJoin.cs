namespace Deck.Models.Templating.Values;

/// <summary>`join` of agate's tables: left, inner or full, on columns, on functions of rows, or row by row.</summary>
internal sealed class QueryTableJoin
{
    private readonly QueryTable left;
    private readonly QueryTable right;
    private readonly Value columns;
    private readonly bool isFull;
    private readonly List<Value[]> rows = [];

    private QueryTableJoin(QueryTable left, BoundArguments arguments)
    {
        this.left = left;
        right = arguments[0] as QueryTable ?? throw new TemplateException("AttributeError", $"'{arguments[0].TypeName}' object has no attribute '_rows'");
        isFull = arguments[4].IsTrue;
        columns = arguments[6];
    }

    /// <param name="left">The table that rows are joined to.</param>
    /// <param name="arguments">`right_table`, `left_key`, `right_key`, `inner`, `full_outer`, `require_match`, `columns`.</param>
    public static QueryTable Of(QueryTable left, BoundArguments arguments)
    {
        if (arguments[3].IsTrue && arguments[4].IsTrue)
        {
            throw TemplateException.ValueError("A join can not be both \"inner\" and \"full_outer\".");
        }

        return new QueryTableJoin(left, arguments).Join(arguments);
    }

    private QueryTable Join(BoundArguments arguments)
    {
        Value leftKey = arguments[1];
        Value rightKey = leftKey.IsNone || arguments[2].IsNone ? leftKey : arguments[2];
        Value[] leftValues = KeyValues(left, leftKey);
        Value[] rightValues = KeyValues(right, rightKey);
        int[] kept = Kept(KeyPlaces(rightKey));
        Match(leftValues, rightValues, kept, arguments);
        if (isFull)
        {
            var known = new HashSet<Value>(leftValues);
            Value[] nothing = [.. left.ColumnNames.Select(_ => Value.None)];
            rows.AddRange(rightValues.Index().Where(key => !known.Contains(key.Item)).Select(key => (Value[])[.. nothing, .. RightRow(key.Index, kept)]));
        }

        string[] names = QueryTableNames.Unique([.. left.Keys.Names.Items, .. kept.Select(place => Value.Of(NewName(right.ColumnNames[place])))]);
        return left.Fork(names, [.. left.ColumnTypes, .. kept.Select(place => right.ColumnTypes[place])], [.. rows]);
    }

    private void Match(Value[] leftValues, Value[] rightValues, int[] kept, BoundArguments arguments)
    {
        (bool isInner, bool isDemanded) = (arguments[3].IsTrue, arguments[5].IsTrue);
        ILookup<Value, int> matches = rightValues.Index().ToLookup(key => key.Item, key => key.Index);
        Value[] nothing = [.. kept.Select(_ => Value.None)];
        foreach ((int place, Value key) in leftValues.Index())
        {
            var leftRow = ((MappedSequence)left.Rows.Values.Items[place]).Values.Items;
            bool isFound = matches.Contains(key);
            if (!isFound && isDemanded)
            {
                throw TemplateException.ValueError($"Left key \"{key}\" does not have a matching right key.");
            }

            rows.AddRange(matches[key].Select(match => (Value[])[.. leftRow, .. RightRow(match, kept)]));
            if (!isFound && !isInner)
            {
                rows.Add([.. leftRow, .. nothing]);
            }

            SequenceLimits.DemandSteps(rows.Count);
        }
    }

    /// <summary>What each row of a table is joined by: its place, what a function gives, or its values under one name or several.</summary>
    private static Value[] KeyValues(QueryTable table, Value key)
    {
        Value[] all = [.. table.Rows.Values.Items];
        if (QueryTableMethods.IsSeveral(key))
        {
            MappedSequence[] several = [.. Sequences.ToList(key).Select(name => (MappedSequence)table.Columns.Demand(name))];
            return several.Length == 0 ? [] : [.. all.Select((_, i) => TupleValue.Own([.. several.Select(column => column.Values.Items[i])]))];
        }

        return key.IsNone ? [.. all.Select((_, i) => Value.Of(i))]
            : key.IsCallable ? [.. all.Select(row => key.Call(Arguments.Of(row)))]
            : [.. ((MappedSequence)table.Columns.Demand(key)).Values.Items];
    }

    /// <summary>The places of the right table's key, which the left table's shows already.</summary>
    private List<int> KeyPlaces(Value key)
    {
        if (QueryTableMethods.IsSeveral(key))
        {
            return [.. Sequences.ToList(key).Select(name => right.Keys.Places.TryGetValue(name, out int place)
                ? place
                : throw TemplateException.ValueError("tuple.index(x): x not in tuple"))];
        }

        // agate looks for the column by its values: the first with the same ones counts.
        return key.IsNone || key.IsCallable ? [] : [right.Columns.Values.Items.IndexOf(right.Columns.Demand(key))];
    }

    private int[] Kept(List<int> keyPlaces) =>
        [.. Enumerable.Range(0, right.ColumnNames.Count).Where(place => isFull
            || (columns.IsNone ? !keyPlaces.Contains(place) : Operators.Contains(columns, Value.Of(right.ColumnNames[place]))))];

    private string NewName(string name) => left.ColumnNames.Contains(name) ? $"{name}2" : name;

    private IEnumerable<Value> RightRow(int row, int[] places)
    {
        var values = ((MappedSequence)right.Rows.Values.Items[row]).Values.Items;
        return places.Select(place => values[place]);
    }
}
