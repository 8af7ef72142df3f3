namespace Connexon.Cli;

/// <summary>Neurons by name, as --neuron takes them: those of the catalogue, and HH with the classical parameters.</summary>
internal static class CatalogueNeuron
{
    public const string Default = "HH.Squid";

    public static IEnumerable<string> Names => Catalogue.Neurons.Select(n => n.Name).Prepend(Default);

    public static bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static Neuron Create(string name, int size) =>
        name.Equals(Default, StringComparison.OrdinalIgnoreCase) ? HH.Squid(size)
        : Catalogue.Neurons.FirstOrDefault(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } entry ? entry.Create(size)
        : throw new FormatException($"--neuron: '{name}' is not a neuron. Neurons: {string.Join(", ", Names)}.");
}
