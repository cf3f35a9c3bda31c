using YamlDotNet.Core;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>A text that is YAML, but too deep or too large for a project's file.</summary>
internal sealed class YamlLimitException(Mark start, Mark end, string message) : YamlException(start, end, message);
