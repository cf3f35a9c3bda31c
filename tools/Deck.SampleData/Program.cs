using Deck.SampleData;
using Deck.SampleData.Population;
using Deck.SampleData.Tables;

if (args is not [string folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Deck.SampleData -- <existing folder for the CSV files>");
    return 2;
}

IReadOnlyList<string> missed = PublishedFigures.FindMissed();
foreach (string finding in missed)
{
    Console.Error.WriteLine(finding);
}

if (missed.Count > 0)
{
    return 1;
}

SeedFolder.Write(folder, SampleHistory.Play());
Console.WriteLine($"wrote the sample into {folder}");
return 0;
