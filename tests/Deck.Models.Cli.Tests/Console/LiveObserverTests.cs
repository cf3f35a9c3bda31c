using System.Collections.Immutable;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using Spectre.Console;

namespace Deck.Models.Cli.Tests.Console;

/// <summary>The live view as it stands on terminals of several widths.</summary>
[TestFixture]
internal sealed class LiveObserverTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly Node Long = Model("a_model_with_a_name_that_is_wider_than_the_narrow_terminal");
    private static readonly Node Short = Model("b");

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(200)]
    public void Running_nodes_stand_below_with_their_time(int width)
    {
        using Screen screen = new(width);
        LiveObserver live = Live(screen, width, 2.5);
        live.OnEvent(new RunStarted(Start, [Long, Short], 2));
        live.OnEvent(new NodeStarted(Start, Long, 1, 2));
        live.OnEvent(new NodeStarted(Start, Short, 2, 2));
        live.Redraw();
        live.Redraw();
        Assert.That(screen.Rows, Has.Length.EqualTo(4));
        Assert.That(screen.Rows[0], Is.EqualTo("2 models; 2 threads"));
        Assert.That(screen.Rows[1], Does.StartWith("  table").And.EndsWith("wider_than_the_narrow_terminal  2.50s").And.Length.LessThan(width));
        Assert.That(screen.Rows[2], Is.EqualTo("  table       analytics.b  2.50s"));
        Assert.That(screen.Rows[3], Is.EqualTo("0/2 done, Ctrl-C stops"));
    }

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(200)]
    public void A_finished_node_scrolls_by_and_leaves_nothing_of_what_stood_there(int width)
    {
        using Screen screen = new(width);
        LiveObserver live = Live(screen, width, 2.5);
        live.OnEvent(new RunStarted(Start, [Long, Short], 2));
        live.OnEvent(new NodeStarted(Start, Long, 1, 2));
        live.OnEvent(new NodeStarted(Start, Short, 2, 2));
        live.Redraw();
        live.OnEvent(new NodeFinished(Start, Result(Short, NodeStatus.Success), 1, 2));
        live.Redraw();
        Assert.That(screen.Rows[1], Is.EqualTo("1/2 ok    table       analytics.b  0.25s  1 row"));
        Assert.That(screen.Rows[2..], Has.Length.EqualTo(2).And.Exactly(1).StartWith("  table ").And.Exactly(1).EqualTo("1/2 done, Ctrl-C stops"));
        live.OnEvent(new NodeFinished(Start, Result(Long, NodeStatus.Success), 2, 2));
        string text = string.Concat(screen.Rows[2..^1]);
        Assert.That(text, Is.EqualTo($"2/2 ok    table       analytics.{Long.Name}  0.25s  1 row"));
        Assert.That(screen.Rows[^1], Is.EqualTo("2/2 done, Ctrl-C stops"));
    }

    [Test]
    public void A_failure_is_told_at_once_with_its_reason_and_place()
    {
        using Screen screen = new(200);
        LiveObserver live = Live(screen, 200, 1);
        live.OnEvent(new RunStarted(Start, [Short], 2));
        live.OnEvent(new NodeFinished(Start, Result(Short, NodeStatus.Error), 1, 1));
        Assert.That(screen.Rows[1], Is.EqualTo("1/1 error table       analytics.b  0.25s  models/b.sql:1:8: it broke"));
        Assert.That(screen.Rows[2], Is.EqualTo("1/1 done, 1 failed, Ctrl-C stops"));
    }

    [Test]
    public async Task When_the_work_is_done_the_live_part_is_gone()
    {
        using Screen screen = new(80);
        LiveObserver live = Live(screen, 80, 1);
        int answer = await live.AroundAsync(() =>
        {
            live.OnEvent(new RunStarted(Start, [Short], 2));
            live.OnEvent(new NodeStarted(Start, Short, 1, 1));
            return Task.FromResult(5);
        });
        Assert.That(answer, Is.EqualTo(5));
        Assert.That(screen.Rows, Is.EqualTo(new[] { "1 model; 2 threads" }));
    }

    [Test]
    public void More_running_nodes_than_rows_are_counted()
    {
        using Screen screen = new(80);
        LiveObserver live = Live(screen, 80, 1, height: 6);
        Node[] nodes = [.. Enumerable.Range(1, 5).Select(i => Model($"m{i}"))];
        foreach (Node node in nodes)
        {
            live.OnEvent(new NodeStarted(Start, node, 1, 5));
        }

        live.Redraw();
        Assert.That(screen.Rows, Has.Length.EqualTo(5));
        Assert.That(screen.Rows[3], Is.EqualTo("  … and 2 more"));
    }

    private static LiveObserver Live(Screen screen, int width, double seconds, int height = 24)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(screen), Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard });
        console.Profile.Width = width;
        console.Profile.Height = height;
        return new LiveObserver(console, new StoppedClock(Start.AddSeconds(seconds)), ConsoleVerbosity.Normal);
    }

    private static ModelNode Model(string name) => new()
    {
        Id = new NodeId($"model.shop.{name}"),
        Name = name,
        PackageName = "shop",
        Fqn = ["shop", name],
        OriginalFilePath = $"models/{name}.sql",
        Path = $"{name}.sql",
        Location = new Location(new SourceText($"models/{name}.sql", "select 1"), default),
        Relation = new RelationName("shop", "analytics", name),
        Config = new NodeConfig(new KeyValuePair<string, Value>("materialized", Value.Of("table"))),
    };

    private static NodeResult Result(Node node, NodeStatus status) => new()
    {
        Node = node,
        Status = status,
        StartedAt = Start,
        FinishedAt = Start.AddSeconds(0.25),
        RowsAffected = 1,
        Diagnostics = status == NodeStatus.Error
            ? [Diagnostic.Error(new DiagnosticCode(652, "broken"), "it broke\nbadly", new Location(node.Location.Text, new TextSpan(7, 1)))]
            : [],
    };

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
