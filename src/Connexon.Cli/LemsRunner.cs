using Connexon.NeuroML;

namespace Connexon.Cli;

/// <summary>What runs a LEMS file for the verbs that need one.</summary>
internal static class LemsRunner
{
    public static LemsRun Run { get; } = (file, _) => throw new NeuroMLException(new Place(file, 1), "this version reads LEMS files but does not run them");
}
