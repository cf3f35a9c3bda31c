using Deck.SampleData.Tables;
using NUnit.Framework;

namespace Deck.SampleData.Tests.Tables;

/// <summary>The CSV dialect of the seeds.</summary>
internal sealed class CsvFileTests
{
    [Test]
    public void Fields_are_written_as_PostgreSQL_reads_them()
    {
        string path = Path.GetTempFileName();
        try
        {
            DateTime moment = new(2026, 3, 1, 9, 5, 0, DateTimeKind.Utc);
            CsvFile.Write(path, "a,b,c,d", [[true, moment, "plain", "say \"hi\", then go"]]);
            Assert.That(
                File.ReadAllText(path),
                Is.EqualTo("a,b,c,d\ntrue,2026-03-01 09:05:00+00,plain,\"say \"\"hi\"\", then go\"\n"));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
