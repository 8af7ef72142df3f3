namespace Connexon.NeuroML;

/// <summary>Runs a LEMS file, writes its output files into a folder, and returns what there is to say about that.</summary>
/// <param name="lemsFile">The file.</param>
/// <param name="outputFolder">The folder that relative names of output files begin in.</param>
internal delegate IReadOnlyList<string> FileRun(string lemsFile, string outputFolder);
