using System.Threading.Channels;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Files;

/// <summary>Writes each node's SQL, as compiled and as sent, to the target folder while the run goes on: workers wait for the server, not for the disk.</summary>
internal sealed class NodeSqlFiles : IRunObserver
{
    private readonly TargetFolder target;
    private readonly Channel<RunEvent> ended = Channel.CreateUnbounded<RunEvent>();
    private readonly Task writing;

    public NodeSqlFiles(TargetFolder target)
    {
        this.target = target;
        writing = Task.Run(WriteAsync);
    }

    public void OnEvent(RunEvent happened)
    {
        if (happened is NodeFinished or BatchFinished)
        {
            ended.Writer.TryWrite(happened);
        }
    }

    /// <summary>Waits until everything is written, with the hooks that no event tells of.</summary>
    /// <exception cref="FileException">A file could not be written.</exception>
    public Task CompleteAsync(RunResult run)
    {
        foreach (NodeResult hook in run.Results.Where(r => r.Node is Engine.Resolution.OperationNode))
        {
            ended.Writer.TryWrite(new NodeFinished(hook.FinishedAt, hook, 0, 0));
        }

        ended.Writer.Complete();
        return writing;
    }

    private async Task WriteAsync()
    {
        await foreach (RunEvent happened in ended.Reader.ReadAllAsync())
        {
            switch (happened)
            {
                case NodeFinished { Result: var result }:
                    target.WriteSql("compiled", result.Node, result.CompiledCode);
                    target.WriteSql("run", result.Node, result.ExecutedSql);
                    break;
                case BatchFinished batch:
                    target.WriteSql("compiled", batch.Node, batch.Batch.Name, batch.CompiledCode);
                    target.WriteSql("run", batch.Node, batch.Batch.Name, batch.ExecutedSql);
                    break;
            }
        }
    }
}
