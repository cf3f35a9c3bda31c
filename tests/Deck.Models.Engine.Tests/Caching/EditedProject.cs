using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Testing.Files;
using Deck.Models.Text;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>A project in which something changes at each step: a file is edited, added, deleted or renamed, or the invocation is another.</summary>
internal sealed class EditedProject
{
    private const string Profiles = """
        shop:
          target: dev
          outputs:
            dev: {type: postgres, host: localhost, user: me, password: secret, dbname: shop, schema: analytics}
            prod: {type: postgres, host: elsewhere, user: me, password: secret, dbname: shop, schema: live}
        """;

    /// <summary>Parts of the paths of files without which the others make no sense.</summary>
    private static readonly string[] Needed = ["/base.", "semantics.yml", "orders.sql", "time_spine.sql"];

    private readonly Random random;
    private readonly ProjectTexts texts;
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);
    private (string Path, string Content) touched = ("project.yml", "");
    private long steps;

    public EditedProject(int seed)
    {
        random = new Random(seed);
        texts = new ProjectTexts(random);
        Settings = new InvocationSettings
        {
            Command = "parse",
            StartedAt = DateTimeOffset.UnixEpoch.AddYears(50),
            InvocationId = Guid.Empty,
            ProfilesFile = new SourceText("profiles.yml", Profiles),
        };
        Files.With("packages.yml", "packages: [{local: elsewhere}]\n").With("dbt_packages/pkg/dbt_project.yml", "name: pkg\nversion: '1'\n");
        string[] first =
        [
            "project.yml", "macros/base.sql", "models/base.yml", "models/base.md", "models/semantics.yml", "models/orders.sql", "models/metricflow_time_spine.sql", "functions/twice.sql", "functions/twice_text.sql", "functions/schema.yml", "models/schema.yml", "macros/a.sql", "macros/b.sql", "seeds/seed_0.csv", "snapshots/one.sql", "analyses/first.sql", "tests/generic/positive.sql",
            "dbt_packages/pkg/macros/base.sql", "dbt_packages/pkg/macros/more.sql", "dbt_packages/pkg/models/pkg_model.sql", .. Enumerable.Range(0, ProjectTexts.Names).Select(i => $"models/{(i % 2 == 0 ? "gold/" : "")}model_{i}.sql"),
        ];
        foreach (string path in first)
        {
            Write(path);
        }
    }

    public InMemoryProjectFiles Files { get; } = new();

    public InvocationSettings Settings { get; private set; }

    /// <summary>Makes one change and tells which.</summary>
    public string Step()
    {
        steps++;
        // Times and ids are others at each invocation.
        Settings = Settings with { StartedAt = Settings.StartedAt.AddHours(random.Next(3) == 0 ? 9000 : 1), InvocationId = new Guid((int)steps, 0, 0, new byte[8]) };
        // A project that lacks a model has mistakes, and nothing of it is kept.
        if (Missing() is { } missing && random.Next(2) == 0)
        {
            return Write(missing);
        }

        return random.Next(12) switch
        {
            0 => Delete(),
            1 or 2 => Write(NewPath()),
            3 => Rename(),
            4 or 5 => Invoke(),
            6 => "nothing",
            _ => Write(AnyPath()),
        };
    }

    /// <summary>Changes a few words of a text or of a properties file, as people do most of the time, or the invocation, and tells which.</summary>
    public string Touch()
    {
        if (random.Next(8) == 0)
        {
            return Invoke();
        }

        string[] touchable = [.. paths.Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.Contains("/model_", StringComparison.Ordinal))];
        string path = touchable[random.Next(touchable.Length)];
        Settings = Settings with { StartedAt = Settings.StartedAt.AddHours(1) };
        touched = (path, Files.Read(path));
        Files.With(path, texts.Touched(path, touched.Content));
        return $"touch {path}";
    }

    /// <summary>Takes the last touch back.</summary>
    public void Undo() => Files.With(touched.Path, touched.Content);

    private string? Missing() => Enumerable.Range(0, ProjectTexts.Names)
        .Where(i => !paths.Any(p => p.EndsWith($"/model_{i}.sql", StringComparison.Ordinal)))
        .Select(i => $"models/model_{i}.sql")
        .FirstOrDefault();

    private string Write(string path)
    {
        paths.Add(path);
        Files.With(path, texts.Of(path));
        return $"write {path}";
    }

    private string Delete()
    {
        string path = AnyPath();
        if (IsNeeded(path))
        {
            return Write(path);
        }

        paths.Remove(path);
        Files.Without(path);
        return $"delete {path}";
    }

    private string Rename()
    {
        string path = AnyPath();
        string other = NewPath();
        if (IsNeeded(path) || Path.GetExtension(path) != Path.GetExtension(other))
        {
            return Write(path);
        }

        string content = Files.Read(path);
        paths.Remove(path);
        paths.Add(other);
        Files.Without(path).With(other, content);
        return $"rename {path} to {other}";
    }

    private string Invoke()
    {
        ImmutableDictionary<string, Value> vars = ImmutableDictionary<string, Value>.Empty;
        ImmutableDictionary<string, string> environment = ImmutableDictionary<string, string>.Empty.Add("UNREAD", $"{steps}").Add("DBT_ENV_SECRET_TOKEN", "swordfish");
        Settings = Settings with
        {
            Vars = random.Next(2) == 0 ? vars : vars.Add("v_0", Value.Of(random.Next(3))).Add("v_1", Value.Of($"x{random.Next(2)}")).Add("unread", Value.Of(steps)),
            Environment = random.Next(2) == 0 ? environment : environment.Add("E_0", $"e{random.Next(2)}").Add("E_1", $"{random.Next(2)}"),
            FullRefresh = random.Next(3) == 0,
            StoreFailures = random.Next(3) == 0,
            TargetName = random.Next(3) == 0 ? "prod" : null,
            Command = random.Next(2) == 0 ? "run" : "parse",
        };
        return "another invocation";
    }

    private static bool IsNeeded(string path) => path == "project.yml" || path.StartsWith("functions/", StringComparison.Ordinal) || Needed.Any(name => path.Contains(name, StringComparison.Ordinal));

    private string NewPath() => random.Next(11) switch
    {
        0 => $"macros/more_{random.Next(3)}.sql",
        1 => $"models/block_{1 + random.Next(2)}.md",
        2 => $"models/gold/schema_{random.Next(2)}.yml",
        3 => $"seeds/seed_{random.Next(2)}.csv",
        4 => $"snapshots/snapshots_{random.Next(2)}.sql",
        5 => $"tests/singular_{random.Next(2)}.sql",
        6 => $"macros/schema_{random.Next(2)}.yml",
        7 => $"dbt_packages/pkg/models/model_{random.Next(2)}.sql",
        8 => $"dbt_packages/pkg/models/schema.yml",
        9 => $"analyses/analysis_{random.Next(2)}.sql",
        _ => $"models/{(random.Next(2) == 0 ? "gold/" : "")}model_{random.Next(ProjectTexts.Names)}.sql",
    };

    private string AnyPath() => paths.ElementAt(random.Next(paths.Count));
}
