using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Resolution;

/// <summary>Dispatches that find no macro are told when the project is read, whether or not anything calls them.</summary>
public sealed class LostDispatchTests
{
    [TestCase("adapter.dispatch('nothing')()", "DECK0604 In dispatch: No macro named 'nothing' found within namespace: 'None'\n    Searched for: 'postgres__nothing', 'default__nothing'")]
    [TestCase("adapter.dispatch('nothing', 'shop')()", "DECK0604 In dispatch: No macro named 'nothing' found within namespace: 'shop'\n    Searched for: 'shop.postgres__nothing', 'shop.default__nothing', 'shop.postgres__nothing', 'shop.default__nothing'")]
    [TestCase("adapter.dispatch(macro_name='nothing', macro_namespace='elsewhere')()", "DECK0604 In dispatch: No macro named 'nothing' found within namespace: 'elsewhere'\n    Searched for: 'postgres__nothing', 'default__nothing'")]
    public void A_constant_name_without_a_macro_is_a_mistake(string call, string mistake) =>
        Assert.That(SmallProject.Mistakes(("macros/m.sql", $"{{% macro m(x) %}}\n{{{{ {call} }}}}{{% endmacro %}}")), Is.EqualTo((string[])[mistake]));

    [TestCase("adapter.dispatch('here')()")]
    [TestCase("adapter.dispatch('here', 'shop')()")]
    [TestCase("adapter.dispatch('here', none)()")]
    [TestCase("adapter.dispatch('concat', 'dbt')(['a'])")]
    [TestCase("adapter.dispatch(x)()")]
    [TestCase("adapter.dispatch('nothing', x)()")]
    [TestCase("adapter.dispatch(*x)()")]
    public void What_is_found_or_not_known_yet_is_none(string call) =>
        Assert.That(SmallProject.Mistakes(("macros/m.sql", $"{{% macro m(x) %}}{{{{ {call} }}}}{{% endmacro %}}{{% macro default__here() %}}{{% endmacro %}}")), Is.Empty);
}
