using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Tests;
using Deck.Models.Templating.Values;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Names and hashes of generic tests; the expected ones are from manifests that dbt wrote of its public example project.</summary>
public sealed class GenericTestNameTests
{
    [TestCase("customers", "customer_id", "unique", ExpectedResult = "unique_customers_customer_id.c5af1ff4b1")]
    [TestCase("customers", "customer_id", "not_null", ExpectedResult = "not_null_customers_customer_id.5c9bf9911d")]
    [TestCase("orders", "order_id", "unique", ExpectedResult = "unique_orders_order_id.fed79b3a6e")]
    [TestCase("orders", "order_id", "not_null", ExpectedResult = "not_null_orders_order_id.cf6c17daed")]
    [TestCase("stg_customers", "customer_id", "unique", ExpectedResult = "unique_stg_customers_customer_id.c7614daada")]
    [TestCase("stg_customers", "customer_id", "not_null", ExpectedResult = "not_null_stg_customers_customer_id.e2cfb1f9aa")]
    public string A_test_of_a_column_has_dbts_id(string model, string column, string test) =>
        IdOf(test, model, [("column_name", Value.Of(column))]);

    [Test]
    public void Arguments_that_are_lists_count_item_by_item()
    {
        string[] values = ["placed", "shipped", "completed", "return_pending", "returned"];

        string id = IdOf("accepted_values", "orders", [("values", Value.List(values.Select(v => Value.Of(v)))), ("column_name", Value.Of("status"))]);

        Assert.That(id, Is.EqualTo("accepted_values_orders_status__placed__shipped__completed__return_pending__returned.be6b5b5ec3"));
    }

    [Test]
    public void A_reference_in_an_argument_stands_in_the_name_with_its_signs_squeezed()
    {
        string id = IdOf(
            "relationships",
            "orders",
            [("to", Value.Of("ref('customers')")), ("field", Value.Of("customer_id")), ("column_name", Value.Of("customer_id"))]);

        Assert.That(id, Is.EqualTo("relationships_orders_customer_id__customer_id__ref_customers_.c6ec7f58f2"));
    }

    [Test]
    public void A_long_name_keeps_thirty_characters_and_a_hash_for_files_and_relations()
    {
        DictValue arguments = Arguments("orders", [("values", Value.List(Value.Of("placed"), Value.Of("shipped"), Value.Of("completed"))), ("column_name", Value.Of("status"))]);

        GenericTestName name = GenericTestName.Of("accepted_values", "orders_of_the_whole_year", arguments);

        Assert.That(name.Full, Is.EqualTo("accepted_values_orders_of_the_whole_year_status__placed__shipped__completed"));
        Assert.That(name.Short, Does.StartWith("accepted_values_orders_of_the__"));
        Assert.That(name.Short, Has.Length.EqualTo(63));
    }

    private static string IdOf(string test, string model, (string Key, Value Value)[] arguments)
    {
        DictValue all = Arguments(model, arguments);
        string name = GenericTestName.Of(test, model, all).Full;
        GenericTest used = new() { Name = test, Arguments = all, AttachedTo = new NodeId($"model.jaffle_shop.{model}"), FileKey = $"models.{model}", MacroId = $"macro.dbt.test_{test}" };
        return $"{name}.{GenericTestName.Hash(name, used)}";
    }

    private static DictValue Arguments(string model, (string Key, Value Value)[] arguments)
    {
        DictValue all = new(arguments.Select(a => KeyValuePair.Create(a.Key, a.Value)));
        all.Set("model", Value.Of($"{{{{ get_where_subquery(ref('{model}')) }}}}"));
        return all;
    }
}
