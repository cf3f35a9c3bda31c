using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>One key of a config with its value and its place.</summary>
internal sealed record ConfigSetting(string Key, Value Value, Location Location);
