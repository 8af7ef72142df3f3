using Connexon.Compilation;
using Connexon.Programs;

namespace Connexon.Tests.Compilation;

using Program = Connexon.Programs.Program;

/// <summary>
/// Kernels give the bits of their programs, run value by value in plain arithmetic: every stage of every method, junctions explicit and
/// implicit, of every model, at every width, in either precision (single with half of the plans, to save time). So no cut, no register and
/// no width matters.
/// </summary>
public class KernelBitsTests
{
    private const int Elements = 32;

    public static TheoryData<string, string> ModelsAndMethods => KernelTests.ModelsAndMethods;

    [Theory, MemberData(nameof(ModelsAndMethods))]
    public void Kernels_give_the_bits_of_their_programs(string model, string method)
    {
        Neuron cells = CataloguePopulations.Of(model, Elements);
        CoupledState[] coupled = [new(cells.Model.States.First(s => s.Slope is not null).Symbol, cells.Model.Input!)];
        ModelTraits[] networks = [new(new(false), []), new(new(false, true), coupled), new(new(true), coupled),
            new(new(true, true), coupled)];
        foreach (ModelTraits traits in networks)
        {
            var kernels = new KernelPlan(
                new GroupLayout(cells), ParameterValues.Of(0, 1, cells), Method.Parse(method).Passes(cells.Model, traits));
            Program[] programs = [.. kernels.Programs.Select(kernels.Layout.Place)];
            string[] texts = [.. kernels.Programs.Select(kernels.Text)];
            foreach (VectorWidth width in VectorWidth.All)
                foreach (Precision precision in Enum.GetValues<Precision>().Where(p => p == Precision.Double || traits.Resets))
                {
                    var compiled = Kernel.Many(programs, width, precision);
                    for (int k = 0; k < programs.Length; k++)
                        CompiledProgram.HoldsBits(programs[k], compiled[k], width, Elements, texts[k], precision);
                }
        }
    }
}
