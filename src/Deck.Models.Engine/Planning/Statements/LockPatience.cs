using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>
/// Takes locks without making others wait: whoever asks for a lock that a long reader holds has every later reader queue up behind, so the wait is given up after a
/// moment and taken up again after as long a pause, until the session's own `lock_timeout` is over.
/// </summary>
internal static class LockPatience
{
    /// <summary>`lock_not_available`.</summary>
    public const string GaveWay = "55P03";

    /// <summary>Variables of a block that uses <see cref="Around"/>.</summary>
    public const string Declarations = """
          patience constant text := current_setting('lock_timeout');
          begun constant timestamptz := clock_timestamp();
          wait_ms int := 100;
        """;

    /// <summary>For a statement that no loop can hold, as its errors lead to the model's text; where the session has no limit of its own, who sends it tries again when it gives way.</summary>
    public const string Limit = "select pg_catalog.set_config('lock_timeout', '800ms', true) where current_setting('lock_timeout') = '0'";

    /// <summary>For a statement that has an alternative where one try does not get it its locks.</summary>
    public const string OneTry = "set local lock_timeout = '300ms'";

    /// <summary>An expression after which the transaction gives way as after <see cref="OneTry"/>; it is sent with every view, and the server reads it in no time.</summary>
    public const string BeBrief = "pg_catalog.set_config('lock_timeout', '300ms', true)";

    /// <summary>The statements as one that waits in this way, or none where there are none.</summary>
    public static IEnumerable<string> Wrap(ImmutableArray<string> statements)
    {
        if (!statements.IsEmpty)
        {
            yield return $"""
                do $deckmodel$
                declare
                {Declarations}
                begin
                {Around(string.Concat(statements.Select(s => $"{s};\n")))}
                end
                $deckmodel$
                """;
        }
    }

    /// <summary>Tells whether <see cref="Limit"/> did anything.</summary>
    public static SqlStatement IsOwn { get; } = SqlStatement.Of("select current_setting('lock_timeout') = '0'");

    /// <summary>A loop that runs statements until they have the locks that they want; what they did before they gave way is undone.</summary>
    /// <remarks>Shorter than `deadlock_timeout`: a reader that waits for us while we wait for it is not the one to fail.</remarks>
    public static string Around(string statements) => $"""
          loop
            begin
              if patience = '0' or patience::interval > make_interval(secs => wait_ms / 1000.0) then
                perform set_config('lock_timeout', wait_ms || 'ms', true);
              end if;
        {statements}
              exit;
            exception when lock_not_available then
              if patience <> '0' and clock_timestamp() - begun > patience::interval then
                raise;
              end if;
            end;
            perform pg_sleep(wait_ms / 1000.0);
            wait_ms := least(wait_ms * 2, 800);
          end loop;
          perform set_config('lock_timeout', patience, true);
        """;
}
